"""Passages on the page: where else its words stand, going there, comparing copies, hiding what is boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from store.citation import show_date, show_time
from store.deferred import deferred
from tui.highlighting import paragraph_name
from tui.screens.suggesting import Suggesting
from tui.widgets.page import same_words

if TYPE_CHECKING:
    from store import boilerplate, copies, records, versions
    from store.articles import Reading
    from store.copies import Member, Region
    from store.model import Place
else:
    boilerplate, copies = deferred("store.boilerplate", "store.copies")
    records, versions = deferred("store.records", "store.versions")

MOST_COMPARED = 60
"""So many copies of a passage are compared, those nearest in time to the first."""

NOTHING_ALIKE = "Nothing of this article stands in another, as far as is known."
ONE_VERSION = "The text of this article has come in one version only."


class Comparing(Suggesting):
    """The part of the reading screen that knows where the words of the page stand too."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[Region] = []

    def region_here(self) -> Region | None:
        """The passage under the cursor, the shortest where several overlap."""
        offset = self.page.place
        here = [region for region in self.regions if region.start <= offset < region.end]
        return min(here, key=lambda region: region.end - region.start, default=None)

    def carried_here(self, kinds: tuple[str, ...] = ("copy", "variant")) -> Place | None:
        """The content of the copy or variant of a record under the cursor."""
        places = self.record_places
        if places is None:
            return None
        found = next((place for place in places.around(self.page.place) if place.kind in kinds), None)
        return places.content_of(found)[0] if found else None

    def why_not_compare(self, name: str) -> str:
        """Why nothing can be done with a passage now; empty when it can."""
        if name in ("other_copy", "diff", "hide_passage") and not self._repeats_here():
            return "These words stand nowhere else, as far as is known; } goes to the next passage that does."
        if name in ("diff", "hide_passage") and self.region_here() is None:
            return "Passages are still being looked for; try again in a moment."
        if name == "alike" and self.page_shown and not any(region.articles for region in self.regions):
            return NOTHING_ALIKE
        if name == "versions" and self.page_shown and self.reading is not None and self.reading.versions < 2:
            return ONE_VERSION
        if name == "part" and self.carried_here() is None:
            return "Put the cursor on a record that is carried over (+) or a variant (≠)."
        if name == "join" and self.carried_here(("variant",)) is None:
            return "Put the cursor on a variant (≠)."
        return ""

    def _repeats_here(self) -> bool:
        return self.region_here() is not None or self.page.repeats_here()

    @work(thread=True, exclusive=True, group="regions", exit_on_error=False)
    def look_for_regions(self, reading: Reading) -> None:
        """Read where else the open article's words stand, off the screen's thread."""
        worker = get_current_worker()
        found = copies.regions(self.collection, reading.row.id)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_regions, reading, found)

    def _show_regions(self, reading: Reading, found: list[Region]) -> None:
        if self.reading is not None and self.reading.text_sha256 == reading.text_sha256:
            self.regions = found
            self.show_marks()

    # Going and comparing

    def action_other_copy(self) -> None:
        """Jump to the same words in the passage's next copy, here or in another article."""
        region = self.region_here()
        if region is None or self.reading is None:
            self.page.go_to_next_place()
            return
        among = self._members(region, self.reading)
        if not among:
            return
        other = copies.next_member(among, self.reading.row.id, region.start)
        here = (region.start, region.end)
        self.go_to(other.article, same_words(here, (other.start, other.end), self.page.place))

    def _members(self, region: Region, reading: Reading) -> list[Member]:
        """The places of a passage; none where the place here has no others by now, which is said and looked up."""
        among = copies.members(self.collection, region.passage)
        if len(among) > 1 and any((one.article, one.start) == (reading.row.id, region.start) for one in among):
            return among
        self.app.say("The passage is gone: its articles have changed since.")
        self.look_for_regions(reading)
        return []

    def action_diff(self) -> None:
        """Show the copies of the passage under the cursor beside each other, this one first."""
        from tui.screens.diff import Diff, Telling

        region, reading = self.region_here(), self.reading
        if region is None or reading is None:
            return
        among = self._members(region, reading)
        if not among:
            return
        others = [m for m in among if (m.article, m.start) != (reading.row.id, region.start)][:MOST_COMPARED]
        paragraphs = self.text_map.paragraphs

        def place(member: Member) -> str:
            if member.article == reading.row.id:
                return f"here, {paragraph_name((member.start, member.end), paragraphs)}"
            return ", ".join(filter(None, (member.outlet, show_date(member.published), member.title)))

        here = Telling(
            f"here, {paragraph_name((region.start, region.end), paragraphs)}", reading.text[region.start : region.end]
        )
        words = copies.words_at(self.collection, others)
        tellings = [here, *(Telling(place(m), w) for m, w in zip(others, words, strict=True))]

        def chosen(number: int | None) -> None:
            if number is not None:
                self.go_to(others[number - 1].article, others[number - 1].start)

        self.app.push_screen(Diff(tellings), chosen)

    def action_versions(self) -> None:
        """Show the versions of the article's text, each beside the one before it."""
        from tui.screens.diff import Telling, Versions

        reading = self.open_meant()
        if reading is None:
            return
        known = versions.versions(self.collection, reading.row.uid)
        if len(known) < 2:
            self.app.say(ONE_VERSION)
            return
        newest_first = [Telling(f"imported {show_time(one.added)}", one.text) for one in reversed(known)]
        self.app.push_screen(Versions(newest_first))

    def action_alike(self) -> None:
        """List the articles that have words of the open one too, those with the most first."""
        from tui.screens.destinations import Destinations
        from tui.screens.register import Does
        from tui.screens.register_rows import Column, RegisterRow

        reading = self.open_meant()
        if reading is None:
            return

        def load() -> list[RegisterRow]:
            found = copies.alike(self.collection, reading.row.id)
            return [
                RegisterRow(str(one.number), (f"{one.share:.0%}", show_date(one.published), one.outlet, one.title))
                for one in found
            ]

        def chosen(number: str | None) -> None:
            if number is not None:
                self.go_to(int(number), 0)

        columns = [Column("has of it", 9, numeric=True), Column("date", 10), Column("outlet", 20), Column("title")]
        title = f"Alike: {reading.row.title}"
        self.app.push_screen(Destinations(title, columns, load, Does(), NOTHING_ALIKE, groups=()), chosen)

    # Deciding

    def action_hide_passage(self) -> None:
        """Never show the passage under the cursor again, or show it again."""
        region = self.region_here()
        if region is None:
            return
        decide, said = (
            (boilerplate.show, "Shown again") if region.hidden else (boilerplate.hide, "Hidden for good — u undoes")
        )
        self.app.keep(lambda: decide(self.collection, region.passage), lambda _: self.app.say(said))

    def action_part(self) -> None:
        """Say that a copy of a record is not the same here."""
        self._decide(self.carried_here(), "parted", "Parted: not the same here — u undoes")

    def action_join(self) -> None:
        """Say that a variant of a record is the same."""
        self._decide(self.carried_here(("variant",)), "joined", "Joined: counted as a copy — u undoes")

    def _decide(self, place: Place | None, verdict: str, said: str) -> None:
        if place is not None and self.reading is not None:
            text = self.reading.text_sha256
            self.app.keep(
                lambda: records.decide(self.collection, place.record, text, place.start, verdict),
                lambda _: self.app.say(said),
            )

    def action_passages(self) -> None:
        """List the passages of the collection, the most recycled first."""
        from tui.screens.passages import Passages

        def chosen(member: Member | None) -> None:
            if member is not None:
                self.go_to(member.article, member.start)

        self.app.push_screen(Passages(self.collection), chosen)
