"""The app: one collection, its settings, and the order in which changes are kept."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.signal import Signal

import tui.timers  # noqa: F401 - makes sure of all timers
from store.collection import Collection
from tui import garbage
from tui.actions import bindings
from tui.clipboard import Clipboard, kept_path
from tui.colourless import Colourless
from tui.display import safe
from tui.failures import Telling, TellsFailures, failure
from tui.keyboard import KeyboardApp
from tui.leaving import WorkerThreads, when_hung_up
from tui.settings import Settings, remember
from tui.themes import THEMES, after

if TYPE_CHECKING:
    from textual.filter import LineFilter
    from textual.theme import Theme

    from tui.screens.form import Form
    from tui.screens.reading import ReadingScreen

T = TypeVar("T")

COLOURLESS = (Colourless(),)

KEEPING = "keeping"
"""The group of the workers that keep changes or copy words: they are waited for when the app is left."""

LOOK_AGAIN = 1.0
"""Seconds between two looks for what other programs changed in the collection."""


class OnRecord(TellsFailures, KeyboardApp[bool]):
    """The terminal app. Screens ask it to keep changes; what was kept is told to those that listen to `changed`.

    Args:
        collection: What it opens on.
        settings: What a person has set.
        touring: Whether it teaches the main keys, on sample articles.

    Its result is True where a tour was asked for.
    """

    TITLE = "On Record"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/reading.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    ALLOW_SELECT = False  # the page selects by itself; Textual's fails where what was clicked goes away (8.2.8)
    ENABLE_COMMAND_PALETTE = False  # Textual's fails when it is closed while it searches (8.2.8); ours is the help

    def __init__(self, collection: Collection, settings: Settings, *, touring: bool = False) -> None:
        super().__init__()
        self.touring = touring
        self.collection = collection
        self.settings = settings
        self.layouts = settings.layouts
        self.own_keys = settings.keys
        self.words_copier = Clipboard(self.copy_to_clipboard, kept_path())
        self.changed: Signal[bool] = Signal(self, "changed")
        """Published when the collection was changed: True where another program did it."""
        self.recent_imports: list[str] = []
        self._keeper = ThreadPoolExecutor(1, KEEPING)
        self._copier = ThreadPoolExecutor(1)
        """Copies one after the other, so that what was copied last stays."""
        self._version = 0
        self._failures = 0
        """So many changes could not be kept, and were told of."""
        self._begin_with(THEMES[settings.theme])
        self.set_keymap(settings.keymap)

    def _begin_with(self, theme: Theme) -> None:
        """Know all themes, and take one before anything is drawn: assigning it would have all styles parsed twice."""
        for known in THEMES.values():
            self.register_theme(known)
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode")
        self.set_class(not theme.dark, "-light-mode")

    def get_default_screen(self) -> ReadingScreen:
        """The screen below all others: the list and the page. Its first frame is the app's."""
        from tui.screens.reading import ReadingScreen

        self.reading_screen = ReadingScreen(self.collection)
        reached = [name for width, name in ReadingScreen.HORIZONTAL_BREAKPOINTS if self.size.width >= width]
        # Textual would set it after the first frame, and style everything anew.
        self.reading_screen.add_class(reached[-1], update=False)
        return self.reading_screen

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What all lines pass through as they are drawn."""
        return COLOURLESS if self.no_color else super().get_line_filters()

    async def run_async(self, **options: Any) -> bool | None:
        """Run the app, its workers in threads that nobody waits for when it is left."""
        asyncio.get_running_loop().set_default_executor(WorkerThreads())
        return await super().run_async(**options)

    def on_mount(self) -> None:
        """Begin to look for changes by other programs, and for the end of the terminal."""
        self.words_copier.in_browser = self.is_web
        self.set_class(self.no_color or self.console.color_system not in ("256", "truecolor"), "-few-colours")
        self._version = self.collection.version()
        self.set_interval(LOOK_AGAIN, self._look_for_changes)
        if sys.__stdin__ is not None and not (self.is_headless or self.is_web):
            when_hung_up(sys.__stdin__.fileno(), lambda: self.call_later(self._hung_up))

    def on_ready(self) -> None:
        """Collect garbage again where starting was to be quick."""
        if not gc.isenabled():
            collector = garbage.Collector()
            self.set_interval(LOOK_AGAIN, lambda: self._collect_garbage(collector))

    def _collect_garbage(self, collector: garbage.Collector) -> None:
        collector.collect(resting=self.resting, at_work=any(worker.is_running for worker in self.workers))

    # Keeping changes

    def keep(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] = lambda _: None,
        *,
        failed: Callable[[], object] = lambda: None,
        silently: bool = False,
        form: Form[Any] | None = None,
    ) -> None:
        """Change the collection off the screen's thread, one change after the other; then say what came of it.

        A failure is shown as a message, or by the `form` that asked for the change, which comes back as it was filled
        in; and `failed` is called in place of `then`. Nothing is shown anew after a silent change, unless another
        program's was there before it.
        """
        self.run_worker(self._keep(work, then, failed, silently, form), group=KEEPING, exit_on_error=False)

    async def _keep(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[], object],
        silently: bool,
        form: Form[Any] | None,
    ) -> None:
        try:
            result, elsewhere = await self._in_turn(lambda: (work(), self.collection.changed_elsewhere()))
        except Exception as error:
            failed()
            if form is not None:
                await form.come_back(failure(error))
            self._failures += 1
            if form is None:
                raise
            return
        if form is not None:
            form.go_away()
        self._version = self.collection.version()
        try:
            then(result)
        finally:
            if elsewhere or not silently:
                self.changed.publish(elsewhere)

    async def _in_turn(self, work: Callable[[], T]) -> T:
        """What work gives that is done off the screen's thread, after all changes that were asked for before."""
        return await asyncio.get_running_loop().run_in_executor(self._keeper, work)

    def copy_words(self, words: Callable[[], str], caution: str = "") -> None:
        """Copy words, made off the screen's thread, and say where they went, after a caution about them if need be.

        Changes that are being kept can wait.
        """

        async def work() -> None:
            copied = asyncio.get_running_loop().run_in_executor(self._copier, lambda: self.words_copier.copy(words()))
            self.say(" ".join(filter(None, (caution, await copied))))

        self.run_worker(work(), group=KEEPING, exit_on_error=False)

    def remember(self, name: str, value: str | int) -> None:
        """Keep a setting that a key has changed for the next start; on a tour it lasts as long as that."""
        if not self.touring:
            self.keep(lambda: remember(name, value), silently=True)

    @property
    def _keeping(self) -> bool:
        return any(worker.group == KEEPING and not worker.is_finished for worker in self.workers)

    def _look_for_changes(self) -> None:
        """Other programs, or workers of this one, may have changed the collection."""
        if not self._keeping:
            self.run_worker(self._look(), group="looking for changes", exit_on_error=False)

    async def _look(self) -> None:
        # The version alone does not tell what came between a change kept here and the look at it.
        elsewhere = await self._in_turn(self.collection.changed_elsewhere)
        version = self.collection.version()
        if elsewhere or version != self._version:
            self._version = version
            self.changed.publish(True)

    def on_unmount(self) -> None:
        """Let what is being kept come to its end, however the app is left."""
        self._keeper.shutdown()
        self._copier.shutdown()

    # Saying

    def _fatal_error(self) -> None:
        """Leave with a sentence: Textual's own way prints the values of variables, words of articles among them."""
        self.panic(Text(safe(str(failure(sys.exception())))))

    def say(self, words: str) -> None:
        """Show a short message where the screen shows them; none is left while the app closes."""
        if self.screen_stack:
            self.screen.notify(safe(words), markup=False)

    # Actions

    async def run_action(self, *args: Any, **options: Any) -> bool:
        """Perform an action. What somebody foresaw to go wrong in it is told, and the app goes on."""
        with Telling(self):
            return await super().run_action(*args, **options)
        return True

    def push_screen(self, screen: Any, callback: Any = None, *args: Any, **options: Any) -> Any:
        """Show a screen. What somebody foresaw to go wrong in taking its answer is told, and the app goes on."""

        def answered(answer: Any) -> None:
            with Telling(self):
                callback(answer)

        return super().push_screen(screen, callback and answered, *args, **options)

    async def action_quit(self) -> None:
        """Leave, unless that is done; ask first where something was typed in an open form."""
        if not self.screen_stack:
            return
        from tui.screens.confirm import Confirm
        from tui.screens.form import Form
        from tui.screens.help import Help

        form = [one for one in self.screen_stack if not isinstance(one, Confirm | Help)][-1]
        if not (isinstance(form, Form) and form.changed):
            await self._leave()
        elif not isinstance(self.screen, Confirm):  # else that question comes first
            form.ask_to_leave(lambda: self.call_later(self._leave))

    async def _leave(self, result: bool | None = None) -> None:
        """Leave, once all that was asked for is kept; where some could not be, its form or a message shows that."""
        if await self._all_kept():
            self.exit(result)

    async def _hung_up(self) -> None:
        """Leave, whatever could not be kept: nobody sees it."""
        await self._all_kept()
        self.exit()

    async def _all_kept(self) -> bool:
        """Wait until all that was asked for is kept; False where some could not be.

        Open forms are left for that, so that one can come back, and other workers make room.
        """
        from tui.screens.form import Form

        for worker in self.workers:
            if worker.group != KEEPING:
                worker.cancel()
        while any(isinstance(screen, Form) for screen in self.screen_stack):
            self.screen.dismiss()
        self.reading_screen.leave_article()
        before = self._failures
        while self._keeping and self._failures == before:
            await asyncio.sleep(0.01)
        return self._failures == before

    def action_theme(self) -> None:
        """Change the colours, from now on."""
        name = after(self.theme)
        self.theme = THEMES[name].name
        self.say(f"Colours: {name}")
        self.remember("theme", name)

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        self._show_help("Find an action")

    async def action_tour(self) -> None:
        """Begin the tour, on a collection of its own; in one, begin it again."""
        await self._leave(True)

    def action_help(self) -> None:
        """Show what works here, and its keys."""
        self._show_help()

    def _show_help(self, heading: str = "What works here") -> None:
        from tui.screens.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen, heading))
