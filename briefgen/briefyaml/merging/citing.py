"""Evidence that a human cites, and that of lines which are no longer in the source: each id follows its sentence."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.briefyaml.merging.source_sentences import SourceSentences
from briefgen.briefyaml.merging.targets import scalars
from briefgen.briefyaml.reading.overrides import ValueEdit
from briefgen.briefyaml.reading.values import unknown
from briefgen.errors import Place
from briefgen.model.merged import Ground, Notice


class Citations:
    """Turns ids of any day into ids of now; notes which sentences were cited, and what a human should know."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._source = SourceSentences(sentences)
        self.cited: dict[str, str] = {}
        self.notices: list[Notice] = []

    def written(self, edit: ValueEdit, ground: Ground) -> list[str]:
        """The ids that a human wrote, as they are now. Raises BriefFileError for one that never was."""
        ids = []
        for scalar in scalars(edit.node):
            meant = ground.cited.get(scalar.text, self._source.by_id.get(scalar.text))
            if meant is None:
                raise unknown(
                    "no such sentence in evidence:", scalar.text, scalar, self._source.by_id, others="Sentences"
                )
            now = self._followed(scalar.text, meant, scalar.place)
            if now is not None:
                ids.append(self._cite(now))
        return list(dict.fromkeys(ids))

    def kept(self, ground: Ground) -> list[str]:
        """The evidence of a line that is no longer in the draft: those of its sentences that still stand."""
        found = (self._source.same(identity, text) for identity, text in ground.sentences.items())
        return [self._cite(now) for now in found if now is not None]

    def _followed(self, identity: str, text: str, place: Place) -> str | None:
        same = self._source.same(identity, text)
        if same == identity:
            return identity
        now = same or self._source.alike(text)
        if now is None:
            what = f"the sentence that was {identity} is no longer in the source; it is not cited"
            hint = "Cite another sentence of source.txt, or delete the id."
            self.notices.append(Notice("evidence-lost", place, what, hint, old=text))
        else:
            what = f"the sentence that was {identity} is {now} now"
            what += "; that is what is cited" if same else ", and its words have changed"
            new = None if same else self._source.by_id[now]
            self.notices.append(
                Notice("evidence-moved", place, what, f"Write {now}.", old=None if same else text, new=new)
            )
        return now

    def _cite(self, identity: str) -> str:
        self.cited[identity] = self._source.by_id[identity]
        return identity
