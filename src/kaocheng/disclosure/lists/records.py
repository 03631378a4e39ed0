"""A list as it is read (总计与分项): the whole, the parts, and the words that open it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.kernel.relations import Term


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a list: its amount and the percentages that follow it (占…%); `factor` 1 or −1."""

    amount: Mention
    shares: tuple[Mention, ...]
    factor: Decimal = Decimal(1)

    @property
    def term(self) -> Term:
        """The part as a term of the sum: what is cut from a budget (调减) is subtracted."""
        return Term(self.amount.figure, self.factor)

    @property
    def name(self) -> str:
        """What the part is called, or its print where it has no name."""
        bare = self.amount.label.lstrip("、").removeprefix("其中").removeprefix("由")
        return bare or self.amount.figure.text

    @property
    def last(self) -> Mention:
        """The last figure told of the part: its last share, else its amount."""
        return (self.shares or (self.amount,))[-1]


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole and its parts (总计与分项).

    `opener` is the words that open the list; `bracketed` whether the parts stand in brackets behind
    the whole; `closed` whether nothing says that only some parts are named.
    """

    sentence: Sentence
    whole: Mention
    items: tuple[Item, ...]
    opener: str
    bracketed: bool
    closed: bool
