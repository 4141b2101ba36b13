"""How hypothesis tests run: bounded by their examples, never by the clock of the machine they run on."""

from hypothesis import HealthCheck, settings

settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")
