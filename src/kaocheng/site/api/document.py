"""The OpenAPI document made readable (接口文档): operations by part, fields as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

Schema = Mapping[str, Any]
_TYPES = {
    "string": "文字", "integer": "整数", "number": "数", "boolean": "是否", "object": "对象",
    "array": "列表", "null": "空",
}  # fmt: skip
_FORMATS = {"date": "日期", "date-time": "时间", "binary": "文件"}
_PLACES = {"path": "网址", "query": "查询", "header": "请求头"}
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A field (字段): `path` names it from the top, its kind and limits are in words."""

    path: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation (接口)."""

    key: str
    method: str
    address: str
    title: str
    about: str
    who: str
    parameters: tuple[Row, ...]
    body: tuple[Row, ...]
    media: str
    answer: tuple[Row, ...]
    status: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The operations of one subject (分类)."""

    title: str
    operations: tuple[Operation, ...]


def parts_of(document: Schema) -> tuple[Part, ...]:
    """The operations of the document by their first tag, in the order of the document."""
    found: dict[str, list[Operation]] = {}
    for address, methods in document["paths"].items():
        for method, told in methods.items():
            made = _operation(document, address, method, told)
            found.setdefault(told["tags"][0], []).append(made)
    return tuple(Part(title, tuple(operations)) for title, operations in found.items())


def _operation(document: Schema, address: str, method: str, told: Schema) -> Operation:
    content: Mapping[str, Schema] = told.get("requestBody", {}).get("content", {})
    media = next(iter(content), "")
    body: Schema = content[media]["schema"] if media else {}
    done = next(code for code in told["responses"] if int(code) < HTTPStatus.BAD_REQUEST)
    answer = told["responses"][done]["content"]["application/json"]["schema"]
    return Operation(
        key=told["operationId"],
        method=method.upper(),
        address=address,
        title=told["summary"],
        about=told.get("description", ""),
        who=told["x-who"],
        parameters=tuple(_parameter(one) for one in told["parameters"]),
        body=tuple(_rows(document, body)),
        media=media,
        answer=tuple(_rows(document, answer)),
        status=str(done),
        problems=tuple(str(code) for code in told["responses"] if code != done),
    )


def _parameter(told: Schema) -> Row:
    kind = f"{_PLACES[told['in']]}，{_kind(told['schema'])}"
    return Row(told["name"], kind, told["required"], told.get("description", ""))


def _rows(document: Schema, schema: Schema, path: str = "", depth: int = 0) -> Iterator[Row]:
    """The fields of a schema, those of the things in it beneath them."""
    found = _resolved(document, schema)
    needed = found.get("required", ())
    for name, told in found.get("properties", {}).items():
        here = f"{path}{name}"
        inner = _resolved(document, told)
        items = _resolved(document, inner.get("items", {}))
        kind = _kind(told) if not items else f"列表，每项为{_kind(items)}"
        yield Row(here, kind, name in needed, told.get("description", ""))
        if depth < _DEEPEST:
            mark = "[]." if items else "."
            yield from _rows(document, items or inner, f"{here}{mark}", depth + 1)


def _resolved(document: Schema, schema: Schema) -> Schema:
    """What a reference names; of alternatives the one that is not nothing."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        found: Schema = document["components"]["schemas"][name]
        return found
    real = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return _resolved(document, real[0]) if real else schema


def _kind(schema: Schema) -> str:
    """The kind of a value and its limits, in words."""
    if "anyOf" in schema:
        return "或".join(_kind(one) for one in schema["anyOf"])
    if "$ref" in schema:
        return "对象"
    name = _FORMATS.get(schema.get("format", ""), _TYPES.get(schema.get("type", ""), "值"))
    told = (f"，{word}{_value(schema[key])}" for key, word in _LIMITS.items() if key in schema)
    return name + "".join(told)


def _value(value: Any) -> str:
    """A limit as it is written in JSON; nothing is called so."""
    if isinstance(value, list):
        return "、".join(_value(one) for one in value)
    return {"": "空", "None": "空", "True": "true", "False": "false"}.get(str(value), str(value))


_LIMITS = {
    "const": "只能是 ", "enum": "可取 ", "minLength": "最短 ", "maxLength": "最长 ",
    "minimum": "最小 ", "maximum": "最大 ", "maxItems": "最多项数 ", "default": "不填为 ",
}  # fmt: skip
