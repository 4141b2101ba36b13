"""Running the app in tests."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tui.app import OnRecord


@asynccontextmanager
async def running(app: OnRecord, size: tuple[int, int]) -> AsyncIterator[Pilot[bool]]:
    """Runs the app; once it is left, closes its collection, when no thread reads it any more."""
    threads = ThreadPoolExecutor()
    loop = asyncio.get_running_loop()
    loop.set_default_executor(threads)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield pilot
    finally:
        with ThreadPoolExecutor() as waiting:
            await loop.run_in_executor(waiting, threads.shutdown)
        app.collection.close()
