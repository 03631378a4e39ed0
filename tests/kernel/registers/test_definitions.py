"""Registers described in data."""

from __future__ import annotations

import pytest

from kaocheng.kernel.registers import Column, registers

DATA = {
    "register": [
        {
            "kind": "payments",
            "name": "支付",
            "about": "每笔一行。",
            "needed": True,
            "keys": ["number"],
            "column": [
                {"field": "number", "head": "凭证号", "kind": "number", "required": True},
                {"field": "source", "head": "来源", "kind": "choice", "choices": "sources"},
                {"field": "amount", "head": "金额", "kind": "amount"},
            ],
        }
    ]
}


def test_a_register_from_data() -> None:
    """Columns, choices by the name of their list, and the unit in the head of an amount."""
    register = registers(DATA, {"sources": ("拨款",)})[0]
    assert ("payments", "支付", True, ("number",)) == (
        register.kind, register.name, register.needed, register.keys
    )  # fmt: skip
    assert Column("source", "来源", "choice", choices=("拨款",)) == register.column("source")
    assert ["凭证号", "来源", "金额（元）"] == [column.title for column in register.columns]
    with pytest.raises(KeyError):
        register.column("payee")
