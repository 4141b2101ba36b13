"""What the reading screen does with articles and the whole collection: import, correct, star, decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.deferred import deferred
from tui import describe
from tui.counts import counted
from tui.screens.comparing import Comparing

if TYPE_CHECKING:
    from store import articles, records, registers
    from store.articles import ArticleRow
    from store.model import Progress
    from store.registers import VariantEntry
    from tui.screens.deciding import Answer, Kept
else:
    articles, records, registers = deferred("store.articles", "store.records", "store.registers")


class Collecting(Comparing):
    """The part of the reading screen that looks after articles and the collection."""

    def chosen_article(self) -> ArticleRow | None:
        """The article meant: the one under the list's cursor there, else the one that is open."""
        raise NotImplementedError

    def look_for_nothing_new(self) -> object:
        """Read which unread articles have nothing new."""
        raise NotImplementedError

    def reload_list(self) -> None:
        """Read anew which articles there are."""
        raise NotImplementedError

    def why_not_collect(self, name: str) -> str:
        """Why an action on articles or the collection cannot be done now; empty when it can."""
        if name in ("star", "toggle_read", "correct") and self.chosen_article() is None:
            return "There is no article here yet; I imports some."
        return ""

    # One article

    def action_star(self) -> None:
        """Star the article, or take its star away."""
        row = self.chosen_article()
        if row is not None:
            uid = row.uid
            self.app.keep(lambda: articles.toggle_star(self.collection, uid))

    def action_toggle_read(self) -> None:
        """Mark the article as read, or as unread again."""
        row = self.chosen_article()
        if row is not None:
            uid = row.uid
            self.app.keep(lambda: articles.toggle_read(self.collection, uid), lambda _: self.look_for_nothing_new())

    def action_correct(self) -> None:
        """Correct what is known of the article."""
        from tui.screens.article_form import ArticleForm

        row = self.chosen_article()
        if row is None:
            return
        uid = row.uid

        def corrected(columns: dict[str, str]) -> bool:
            if columns:
                work = partial(articles.correct, self.collection, uid, article, **columns)
                self.app.keep(work, partial(told, columns), form=form)
            return bool(columns)

        def told(columns: dict[str, str], over: dict[str, str]) -> None:
            self.reload_list()
            names = ", ".join(name for name in columns if name != "published_precision")
            after = columns.get("published", before)
            deadlines = records.counted_deadlines(self.collection, uid, before, after)
            stay = f"; on record as before: {counted(deadlines, 'deadline')}, e corrects" if deadlines else ""
            self.app.say(describe.overwritten(over) or f"Corrected: {names}{stay}")

        article = articles.correctable(self.collection, uid)
        before = article["published"]
        form = ArticleForm(article, records.parse_date)
        form.ask(self.app, corrected)

    # The collection

    def action_import_articles(self) -> None:
        """Ask for files or folders and import them."""
        from store.importing import import_paths, import_text
        from tui.screens.import_dialog import ImportDialog, Pasting

        def run(paths: list[Path], progress: Callable[[Progress], None], cancelled: Callable[[], bool]) -> Any:
            self.app.recent_imports = list(dict.fromkeys([*map(str, paths), *self.app.recent_imports]))
            return import_paths(self.collection, paths, progress, cancelled)

        folder = self.app.settings.folders.get("import", "")
        pasting = Pasting(self.app.words_copier.paste, lambda words, title: import_text(self.collection, words, title))
        dialog = ImportDialog(run, self.app.recent_imports, folder, pasting)
        self.app.push_screen(dialog, lambda _: self.after_import())

    def after_import(self) -> None:
        """Show what came in."""
        self.reload_list()

    def action_variants(self) -> None:
        """Show the copies whose words differ, to be decided."""
        from tui.screens.variants import Variants

        def decide(variant: VariantEntry, verdict: str, kept: Kept, failed: Answer) -> None:
            work = partial(records.decide, self.collection, variant.uid, variant.text, variant.start, verdict)
            self.app.keep(work, kept, failed=failed)

        def chosen(variant: VariantEntry | None) -> None:
            if variant is not None:
                self.go_to(variant.article, variant.start)

        waiting = partial(registers.variants, self.collection)
        self.app.push_screen(Variants(waiting, decide, self.take_back, self.app.changed), chosen)
