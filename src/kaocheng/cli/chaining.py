"""`kaocheng chain YEAR...` (年度衔接): opening + income - payments = closing, from year to year."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from kaocheng.cli.refusals import Refused
from kaocheng.cli.taking import accounts
from kaocheng.money.chaining import Link, links
from kaocheng.money.controls.breaches import yuan
from kaocheng.money.controls.chain import Balance, Key, balances
from kaocheng.money.records import AccountsYear


def run(options: Namespace) -> int:
    """Tell the chain of each year and between them: 0 it holds, 1 a year begins otherwise.

    Raises Refused where a year cannot be taken, is missing or stands twice.
    """
    years = sorted((accounts(path) for path in options.years), key=lambda year: year.year)
    joined = _joined(years)
    lines = _json(years, joined) if options.format == "json" else said(years, joined)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return int(any(link.difference for link in joined))


def _joined(years: Sequence[AccountsYear]) -> tuple[Link, ...]:
    try:
        return tuple(links(years))
    except ValueError as gap:
        first, second = gap.args
        if first == second:
            raise Refused(f"{first} 年的账给了两份，每年只要一份。") from gap
        raise Refused(f"{first} 年之后是 {second} 年，中间缺了账，无法衔接。") from gap


def said(years: Sequence[AccountsYear], joined: Sequence[Link]) -> Iterator[str]:
    """The chains for people: each year, then where the next one begins otherwise."""
    for year in years:
        yield f"{year.department} {year.year} 年度"
        chains = balances(year)
        yield from (f"  {words(key)}：{_sum(chains[key])}" for key in sorted(chains))
        total = Balance(
            sum(one.opening for one in chains.values()),
            sum(one.income for one in chains.values()),
            sum(one.paid for one in chains.values()),
        )
        yield f"  合计：{_sum(total)}"
        yield from _begun([link for link in joined if link.year == year.year])


def _begun(joined: Sequence[Link]) -> Iterator[str]:
    """Whether the year begins with what the one before ended with."""
    apart = [link for link in joined if link.difference]
    for link in apart:
        yield (
            f"  衔接不上  {words(link.key)}：上年年末 {yuan(link.closing)}，"
            f"本年年初 {yuan(link.opening)}，相差 {yuan(link.difference)}"
        )
    if apart:
        yield "  请核对“年初结转结余”；财政收回、账务更正的，写明文号后按更正数登记。"
    elif joined:
        yield f"  与上年年末衔接，{len(joined)} 项相符。"


def words(key: Key) -> str:
    """A chain in the words of the registers."""
    return " ".join(part for part in key if part)


def _sum(chain: Balance) -> str:
    return (
        f"年初 {yuan(chain.opening)} ＋ 收入 {yuan(chain.income)} － 支付 {yuan(chain.paid)}"
        f" ＝ 年末 {yuan(chain.closing)}"
    )


def _json(years: Sequence[AccountsYear], joined: Sequence[Link]) -> Iterator[str]:
    """One object a chain; amounts in 分; `before` is what the year before ended with, if given."""
    ended = {(link.year, link.key): link.closing for link in joined}
    first = years[0].year
    for year in years:
        chains = balances(year)
        wanted = chains.keys() | {key for told, key in ended if told == year.year}
        for key in sorted(wanted):
            office, source, nature, function = key
            one = chains.get(key, Balance())
            record = {
                "year": year.year, "office": office, "source": source, "nature": nature,
                "function": function, "opening": one.opening, "income": one.income,
                "paid": one.paid, "closing": one.closing,
                "before": None if year.year == first else ended.get((year.year, key), 0),
            }  # fmt: skip
            yield json.dumps(record, ensure_ascii=False)
