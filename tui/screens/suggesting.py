"""Suggestions on the page: what the rules propose, accepted, rejected or corrected with one key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import work
from textual.worker import get_current_worker

from store.deferred import deferred
from store.errors import OnRecordError
from store.events import OWNER
from tui import describe
from tui.counts import counted
from tui.screens.knowing import day_of
from tui.screens.tagging import Tagging, nothing
from tui.widgets.highlights import SUGGESTED

if TYPE_CHECKING:
    from store import articles, backends, records, speakers, suggesting, suggestions, texts, verdicts
    from store.articles import Reading
    from store.events import Change
    from store.model import Progress, Span, Suggestion
    from tui.screens.deciding import Answer, Ask, Kept
    from tui.screens.form import Form
    from tui.screens.record_form import RecordValues
else:
    articles, records, speakers = deferred("store.articles", "store.records", "store.speakers")
    suggesting, suggestions = deferred("store.suggesting", "store.suggestions")
    texts, verdicts = deferred("store.texts", "store.verdicts")

STEP = 0.1
LEAST, MOST = 0.0, 0.9
AT_ONCE = 100
"""So many articles are looked through before the queue opens; of more, the progress is shown."""


def at_once(ask: Ask) -> bool:
    """Have a decision kept, whatever comes of it."""
    ask(nothing, nothing)
    return True


def _around(suggestion: Suggestion, text: str) -> tuple[str, str]:
    """What stands before and after the words of a suggestion in the sentences that tell it, and who and how."""
    from store.textmap import TextMap

    spans = [*suggestion.content, *filter(None, (suggestion.source, suggestion.cue))]
    sentence = partial(TextMap(text).span_at, "sentence")
    begin, end = sentence(min(start for start, _ in spans))[0], sentence(max(end for _, end in spans) - 1)[1]
    return text[begin : suggestion.content[0][0]], text[suggestion.content[-1][1] : end]


def not_now() -> None:
    """Raises what is told of a decision that cannot be asked for."""
    raise OnRecordError(
        "This suggestion is decided already, or a decision is being taken back", "Save again in a moment, or leave"
    )


class Suggesting(Tagging):
    """The part of the reading screen that shows suggestions and takes what is decided about them."""

    def __init__(self) -> None:
        super().__init__()
        self.suggestions: list[Suggestion] = []
        self._least = suggestions.LIKELY
        self._looks: dict[tuple[str, str], bool] = {}
        """Looks under way, by article and text: whether something was kept meanwhile."""

    @property
    def likely(self) -> list[Suggestion]:
        """The suggestions that are sure enough to be shown."""
        return [one for one in self.suggestions if one.confidence >= self._least]

    def show_marks(self) -> None:
        """Mark in the page what is known of it now."""
        raise NotImplementedError

    def suggestion_here(self) -> Suggestion | None:
        """The suggestion under the cursor, the shortest where several overlap; in a copy that of the first place.

        Where `]` or the review went to one there, it is that one.
        """
        marked = {mark.uid for mark in self.page.marks_here(SUGGESTED)}
        here = (one for one in self.suggestions if one.uid in marked) if marked else self._suggested_in_copy()

        def far(one: Suggestion) -> tuple[bool, int]:
            return one.uid != self.page.meant, one.content[-1][1] - one.content[0][0]

        return min(here, key=far, default=None)

    def corrigible_here(self) -> Suggestion | None:
        """The suggestion that `e` corrects: that under the cursor, unless it is rather a record there that is meant.

        That is one that a list has opened there, or that is on fewer words than a suggestion which begins elsewhere.
        """
        suggestion, places = self.suggestion_here(), self.record_places
        around = places.around(self.page.place) if places else []
        if suggestion is None or not around:
            return suggestion
        if self.opened_by_list:
            return None
        start, end = suggestion.content[0][0], suggestion.content[-1][1]
        begins_elsewhere = start != self.page.place
        return None if begins_elsewhere and around[0].end - around[0].start <= end - start else suggestion

    def _suggested_in_copy(self) -> Iterator[Suggestion]:
        """The suggestions whose very words stand again around the cursor, in another copy of their passage."""
        if self.reading is None or not self.page.repeats_here():
            return
        place, text = self.page.place, self.reading.text
        for here, there in self._copies((place, place + 1)):
            for one in self.likely:
                for start, end in one.content:
                    around = max(here[0], place - (end - start) + 1), min(here[1], place + end - start)
                    if there[0] <= start and end <= there[1] and text.find(text[start:end], *around) >= 0:
                        yield one

    def why_not_suggest(self, name: str) -> str:
        """Why a decision on a suggestion cannot be taken now; empty when it can."""
        if name in ("accept", "reject") and self.suggestion_here() is None:
            return "There is no suggestion under the cursor; ] goes to the next."
        if name == "ask" and not self.app.settings.backend:
            return "No back end is named in the settings: write [backend], and below it its address."
        if name == "fewer_suggestions" and self._least >= MOST:
            return "Only the surest suggestions show already."
        if name == "more_suggestions" and self._least <= LEAST:
            return "All suggestions show already."
        return ""

    def why_not_tag(self, name: str) -> str:
        """Why a tagging action cannot be done now; those that correct a suggestion can where one is."""
        if name == "edit" and self.corrigible_here() is not None:
            return ""
        if name in ("quote", "commitment") and self._to_correct(name) is not None:
            return ""
        return super().why_not_tag(name)

    # Looking

    def look_for_suggestions(self, reading: Reading) -> None:
        """Find what is suggested for the open article; no look at a text begins before the one under way has ended."""
        sought = reading.row.uid, reading.text_sha256
        if sought in self._looks:
            self._looks[sought] = True
        else:
            self._looks[sought] = False
            # The text is shown first: it comes with the second refresh, after the page has been laid out.
            self.call_after_refresh(self.call_after_refresh, self._look, reading)

    @work(thread=True, group="suggestions", exit_on_error=False)
    def _look(self, reading: Reading) -> None:
        """Look off the screen's thread, unless the article was left before its turn came."""
        worker = get_current_worker()
        try:
            if self.is_open(reading):
                found = suggestions.suggestions_for(self.collection, reading.row.uid)
                if not worker.is_cancelled:
                    self.app.call_from_thread(self._found, reading, found)
        finally:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._looked, reading)

    def _looked(self, reading: Reading) -> None:
        """A look has ended: what was kept meanwhile may have decided some of what it found."""
        again = self._looks.pop((reading.row.uid, reading.text_sha256))
        if again and self.is_open(reading):
            self.look_for_suggestions(reading)

    def _found(self, reading: Reading, found: list[Suggestion]) -> None:
        if self.is_open(reading):
            self.suggestions = found
            self.show_marks()

    def action_fewer_suggestions(self) -> None:
        """Show the surer suggestions only."""
        self._set_least(self._least + STEP)

    def action_more_suggestions(self) -> None:
        """Show less sure suggestions too."""
        self._set_least(self._least - STEP)

    def _set_least(self, least: float) -> None:
        self._least = min(max(round(least, 1), LEAST), MOST)
        self.show_marks()
        shown = f"{len(self.likely)} of {len(self.suggestions)}"
        self.app.say(f"Suggestions from {self._least:.0%} on: {shown}")

    # Deciding

    def action_accept(self) -> None:
        """Put the suggestion under the cursor on record."""
        suggestion = self.suggestion_here()
        if suggestion is not None:
            self.accept(suggestion)

    def accept(self, suggestion: Suggestion, kept: Kept = nothing, failed: Answer = nothing) -> None:
        """Put a suggestion on record as it stands, its speaker found by name or made; then say which came of it.

        Where several speakers have the name, it fails and says so.
        """

        def work() -> str:
            uid, along = self._owner_of(suggestion)
            return verdicts.accept(self.collection, suggestion, {OWNER[suggestion.kind]: uid}, along=along)

        def accepted(uid: str) -> None:
            kept(uid)
            self.made(uid, suggestion.article, suggestion.kind)

        self._decide_on(suggestion, work, accepted, failed)

    def action_reject(self) -> None:
        """Take the suggestion under the cursor away."""
        suggestion = self.suggestion_here()
        if suggestion is not None:
            self.reject(suggestion)

    def reject(self, suggestion: Suggestion, kept: Kept = nothing, failed: Answer = nothing) -> None:
        """Take a suggestion away; then say which came of it, and what else was shown and is too unsure for that now."""
        others = {one.uid for one in self.likely} - {suggestion.uid}
        hidden: list[Suggestion] = []

        def work() -> str:
            verdict = verdicts.reject(self.collection, suggestion)
            left = suggestions.suggestions_for(self.collection, suggestion.article)
            hidden.extend(one for one in left if one.uid in others and one.confidence < self._least)
            return verdict

        def rejected(verdict: str) -> None:
            kept(verdict)
            self.app.say(describe.rejected(len(hidden), self._least))

        self._decide_on(suggestion, work, rejected, failed)

    def _decide_on(
        self,
        suggestion: Suggestion,
        work: Callable[[], str],
        then: Kept,
        failed: Answer,
        form: Form[Any] | None = None,
    ) -> None:
        """Take a suggestion off the page at once and keep what is decided; where that fails it comes back."""

        def put_back() -> None:
            failed()
            if self.reading is not None:
                self.look_for_suggestions(self.reading)

        if suggestion == self.suggestion_here():
            self.page.mean(suggestion.uid)
        self.suggestions = [one for one in self.suggestions if one.uid != suggestion.uid]
        self.show_marks()
        self.app.keep(work, then, failed=put_back, form=form)

    def action_edit(self) -> None:
        """Edit the record under the cursor, or correct the suggestion there and put it on record."""
        suggestion = self.corrigible_here()
        if suggestion is not None:
            self.correct_suggestion(suggestion)
        else:
            super().action_edit()

    def action_quote(self) -> None:
        """Put the selection on record as a quote; without one, the suggested quote under the cursor."""
        suggestion = self._to_correct("quote")
        if suggestion is not None:
            self.correct_suggestion(suggestion)
        else:
            super().action_quote()

    def action_commitment(self) -> None:
        """Put the selection on record as a commitment; without one, the suggested commitment under the cursor."""
        suggestion = self._to_correct("commitment")
        if suggestion is not None:
            self.correct_suggestion(suggestion)
        else:
            super().action_commitment()

    def _to_correct(self, kind: str) -> Suggestion | None:
        """The suggestion of a kind under the cursor, unless words are selected, which come first."""
        suggestion = self.suggestion_here() if self.page.selected is None else None
        return suggestion if suggestion is not None and suggestion.kind == kind else None

    def _filled_in(self, suggestion: Suggestion) -> tuple[dict[str, Any], str]:
        """What the form of a suggestion begins with, by its columns; the name of who is not known yet."""
        found = self._whom(suggestion) if suggestion.owner else set()
        known = next(iter(found)) if len(found) == 1 else None  # of several the analyst chooses one
        return {**suggestion.fields, OWNER[suggestion.kind]: known}, "" if found else suggestion.owner

    def guess(self, kind: str, span: Span) -> tuple[dict[str, Any], str]:
        """What the form of a record on chosen words begins with: as the suggestion that has most of them says.

        In a repeated passage a suggestion stands once; it speaks for the same words in the copies.
        """

        def shared(one: Suggestion, at: Span) -> int:
            return sum(max(0, min(end, at[1]) - max(start, at[0])) for start, end in one.content)

        for at in (span, *self._again(span)):
            among = [one for one in self.suggestions if one.kind == kind and shared(one, at)]
            if among:
                return self._filled_in(max(among, key=lambda one: shared(one, at)))
        return super().guess(kind, span)

    def _again(self, span: Span) -> Iterator[Span]:
        """Where the very words of a span stand in the other copies of its passage in this text."""
        for _, there in self._copies(span):
            start = self.reading.text.find(self._words(span), *there) if self.reading else -1
            if start >= 0:
                yield start, start + span[1] - span[0]

    def _copies(self, span: Span) -> Iterator[tuple[Span, Span]]:
        """The places of repeated passages that hold a span, each with another place of its passage in this text."""
        for repeat in self.reading.repeats if self.reading else ():
            for here, there in ((repeat.a, repeat.b), (repeat.b, repeat.a)):
                if here[0] <= span[0] and span[1] <= here[1]:
                    yield here, there

    def correct_suggestion(self, suggestion: Suggestion, decide: Callable[[Ask], bool] = at_once) -> None:
        """Show the form of a suggestion; saving it hands on to `decide` what puts it on record as corrected.

        Where `decide` does not ask for that, the form comes back.
        """
        from tui.screens.commitment_form import CommitmentForm
        from tui.screens.quote_form import QuoteForm

        form_class = QuoteForm if suggestion.kind == "quote" else CommitmentForm
        day = day_of(articles.find(self.collection, suggestion.article))
        fields, new = self._filled_in(suggestion)
        text = texts.body_of(self.collection.read, suggestion.text)
        form = form_class(
            suggestion.exact,
            self._speakers_here(),
            records.parse_date,
            fields,
            day=day,
            proposed=new,
            text=text,
            names=self._names_in(suggestion.article),
            around=_around(suggestion, text),
        )

        def done(values: RecordValues) -> bool:
            uid, along = self._settle(values.speaker)
            columns = dict(values.fields) | {OWNER[suggestion.kind]: uid}

            def work() -> str:
                return verdicts.accept(self.collection, suggestion, columns, values.note, along)

            def ask(kept: Kept, failed: Answer) -> None:
                def accepted(record: str) -> None:
                    kept(record)
                    self.made(record, suggestion.article, suggestion.kind)

                self._decide_on(suggestion, work, accepted, failed, form)

            if not decide(ask):
                self.app.keep(not_now, form=form)
            return True

        form.ask(self.app, done)

    def _whom(self, suggestion: Suggestion) -> set[str]:
        """Whom the name that a suggestion gives may mean, as far as the collection knows them."""
        return speakers.meant(self.collection, suggestion.owner or "", suggestion.article)

    def _owner_of(self, suggestion: Suggestion) -> tuple[str | None, list[Change]]:
        """The speaker or promisor as the collection knows them, with the changes that make or complete them.

        Raises SeveralSpeakers.
        """
        if not suggestion.owner:
            return None, []
        role = str(suggestion.fields.get("role") or "")
        found = self._whom(suggestion)
        if len(found) > 1:
            raise speakers.SeveralSpeakers(suggestion.owner)
        if not found:
            text = texts.body_of(self.collection.read, suggestion.text)
            return speakers.new_speaker(suggestion.owner, speakers.likely_kind(suggestion.owner, text), role)
        known = found.pop()
        return known, speakers.known_as(self.collection, known, role=role)

    def action_review(self) -> None:
        """Decide on the suggestions of all articles, the most valuable first."""
        from tui.screens.running import Outcome, Running

        if suggesting.pending(self.collection) <= AT_ONCE:
            self._open_review()
            return

        def look(progress: Callable[[Progress], None], cancelled: Callable[[], bool]) -> int:
            return suggesting.suggest_all(self.collection, progress, cancelled)

        def outcome(count: int) -> Outcome:
            return Outcome(f"{counted(count, 'article')} looked through.")

        def looked(_: int | None) -> None:
            self._open_review()

        self.app.push_screen(Running("Looking for suggestions", look, outcome), looked)

    def _open_review(self) -> None:
        from tui.screens.review import Decisions, Review

        def load() -> list[Suggestion]:
            suggesting.suggest_all(self.collection)
            return suggestions.review_queue(self.collection, self._least)

        def chosen(suggestion: Suggestion | None) -> None:
            if suggestion is not None:
                self.go_to_suggestion(suggestion)

        decisions = Decisions(self.accept, self.reject, self.correct_suggestion, self.take_back)
        context = partial(suggestions.context, self.collection)
        self.app.push_screen(Review(load, context, decisions, self.app.changed), chosen)

    # Another back end

    def action_ask(self) -> None:
        """Show what would be sent to the back end of the settings; ask it once that is agreed to."""
        from store.backends import configured
        from tui.screens.confirm import Confirm

        reading = self.open_meant()
        if reading is None:
            return
        backend = configured(self.app.settings.backend)
        sent = len(backend.prompt(reading.text, reading.row.published))
        where = self.app.settings.backend.get("address")
        title = reading.row.title or "(no title)"
        goes = f"{where} gets “{title}” and the instructions: {sent:,} characters."
        explanation = goes if sent else f"About “{title}”. Nothing leaves this machine."

        def answered(yes: bool | None) -> None:
            if yes:
                self._ask(backend, reading)

        self.app.push_screen(Confirm(f"Ask {backend.name}?", explanation, "ask", "do not ask"), answered)

    def _ask(self, backend: backends.Backend, reading: Reading) -> None:
        from tui.screens.running import Outcome, Running

        def ask(progress: Callable[[Progress], None], cancelled: Callable[[], bool]) -> backends.Answer:
            return suggesting.ask(self.collection, reading.row.uid, backend, cancelled)

        def outcome(answer: backends.Answer) -> Outcome:
            return Outcome(describe.answer_line(answer), [(why, "refused") for why in answer.refused])

        def done(_: backends.Answer | None) -> None:
            self.look_for_suggestions(reading)

        self.app.push_screen(Running(f"Asking {backend.name}", ask, outcome), done)

    def go_to_suggestion(self, suggestion: Suggestion) -> None:
        """Open the article of a suggestion, at its place."""
        raise NotImplementedError
