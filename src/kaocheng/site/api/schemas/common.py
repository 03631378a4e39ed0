"""What every part of the API shares (共用数据): kinds of text, errors, inputs that take nothing unknown."""

from __future__ import annotations

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

Code = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^\S+$")]
Line = Annotated[str, StringConstraints(max_length=200)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Key = Annotated[str, StringConstraints(pattern=r"^[!-~]{8,80}$")]
KEY_TOLD = "本次请求的标识，8 到 80 个可见字符，自己生成，不重复；重发时不变，得到同一个应答"


class Input(Schema):
    """What is sent: a field nobody knows is an error and not ignored."""

    model_config = ConfigDict(extra="forbid")


class Fault(Schema):
    """字段错误."""

    field: str = Field(description="哪个字段")
    message: str = Field(description="哪里不对")


class ProblemOut(Schema):
    """错误：代码给程序，话给人."""

    code: str = Field(description="错误代码")
    message: str = Field(description="没有办成什么，为什么")
    remedy: str = Field(description="怎么办")
    fields: list[Fault] = Field(description="逐个字段的错误，没有时为空")


class CodeOut(Schema):
    """代码."""

    code: str = Field(description="代码")
    name: str = Field(description="名称")


class CodeListLine(Schema):
    """代码表."""

    key: str = Field(description="代码表标识")
    title: str = Field(description="代码表名称")
    basis: str = Field(description="出处")


class CodeListOut(CodeListLine):
    """代码表及其代码."""

    codes: list[CodeOut] = Field(description="代码")


class CodeListsOut(Schema):
    """全部代码表."""

    items: list[CodeListLine] = Field(description="代码表")
