"""How hypothesis tests run: bounded by their examples, never by the clock of the machine they run on; and our option."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--retake` keeps the pictures of screens as they look now."""
    parser.addoption("--retake", action="store_true", help="take the pictures of all screens anew")
