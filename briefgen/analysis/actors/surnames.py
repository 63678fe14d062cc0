"""Which of two people of one surname is meant: "President Reis", "Reis" behind a sentence about one of them."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.analysis.actors.name_forms import alias_of, by_word, full_names, words_of
from briefgen.analysis.actors.people import Introduction
from briefgen.analysis.actors.roles import RANKS


class Surnames:
    """The people of an article by the words of their names, and who of them was mentioned last."""

    def __init__(self, people: Iterable[Introduction], others: Iterable[str] = ()) -> None:
        """`people` are the mentions in the text, `others` full names from elsewhere (the headline)."""
        known = list(people)
        self._longer = by_word(full_names([*(i.name for i in known), *others]))
        self._told: dict[str, list[Introduction]] = {}
        for intro in known:
            if " " in intro.name:
                self._told.setdefault(alias_of(intro.name, self._longer), []).append(intro)
        self._last: dict[str, tuple[str, str]] = {}  # by surname: sentence and full name of the last mention
        self._both: set[str] = set()  # surnames that the last sentence with one of them gives to two people

    def name_of(self, intro: Introduction, sentence: str) -> str:
        """The full name of whom `intro` in `sentence` means; its own words where that is open or nobody is known."""
        surname = words_of(intro.name)[-1]
        name = alias_of(intro.name, self._longer)
        bearers = sorted(
            {alias_of(full, self._longer) for full, w in self._longer.get(surname, ()) if w[-1] == surname}
        )
        if " " not in intro.name and len(bearers) > 1:
            fitting = [b for b in bearers if self._fits(b, intro)]
            if len(fitting) != 1:
                _, latest = self._last.get(surname, ("", ""))
                fitting = [latest] if latest and surname not in self._both and not intro.role else []
            name = fitting[0] if fitting else intro.name
        if name in bearers:
            before, other = self._last.get(surname, ("", ""))
            mixed = before == sentence and (other != name or surname in self._both)
            (self._both.add if mixed else self._both.discard)(surname)
            self._last[surname] = (sentence, name)
        return name

    def _fits(self, full: str, intro: Introduction) -> bool:
        """Whether the person is somewhere introduced with the role or the country that stands beside the surname."""
        role = set((intro.role or "").lower().split())
        for told in self._told.get(full, ()):
            other = set((told.role or "").lower().split())
            if role and role <= other and role & RANKS == other & RANKS:
                return True
            if intro.represents and intro.represents == told.represents:
                return True
        return False
