"""Levels of the codes added up."""

from __future__ import annotations

from kaocheng.disclosure.rollups import rollups
from kaocheng.disclosure.tables import tables
from kaocheng.kernel.relations import Sum
from tests.disclosure.grid_making import document

HEAD = "科目编码\t科目名称\t合计\n"


def says(body: str, title: str = "某项支出情况表") -> list[tuple[str, str, list[str]]]:
    """Code, stated figure and parts of every relation of a table."""
    (table,) = tables(document(title, "单位：元", HEAD + body))
    return [
        (said.code, said.stated.text, [term.figure.text for term in said.terms])
        for said in rollups(table)
        if isinstance(said, Sum)
    ]


def test_each_level_is_the_sum_of_the_next() -> None:
    """合计 of 类, 类 of 款, 款 of 项, also in a table nobody described."""
    body = "\t合计\t9.00\n201\t甲\t9.00\n20103\t乙\t9.00\n2010301\t丙\t4.00\n2010302\t丁\t5.00"
    assert [
        ("ART302", "9.00", ["9.00"]),
        ("ART303", "9.00", ["4.00", "5.00"]),
        ("ART301", "9.00", ["9.00"]),
    ] == says(body)


def test_a_level_that_is_not_listed_is_passed_over() -> None:
    """类 = Σ项 where no 款 is printed."""
    assert [("ART302", "9.00", ["4.00", "5.00"])] == says(
        "201\t甲\t9.00\n2010301\t丙\t4.00\n2010302\t丁\t5.00"
    )


def test_a_code_that_comes_in_several_blocks_takes_the_rows_after_it() -> None:
    """One block an office."""
    found = says("201\t甲\t4.00\n20103\t乙\t4.00\n201\t甲\t5.00\n20103\t乙\t5.00")
    assert [("ART302", "4.00", ["4.00"]), ("ART302", "5.00", ["5.00"])] == found


def test_uncoded_rows_with_amounts_leave_the_total_alone() -> None:
    """They may be subtotals."""
    assert [] == says("\t合计\t9.00\n201\t甲\t4.00\n\t另有\t5.00")


def test_a_row_with_the_name_of_another_code_leaves_the_sums_above_it_open() -> None:
    """30203 津贴补贴 may be 30102 津贴补贴; one finding on the code is enough."""
    body = "301\t工资福利支出\t3.00\n30101\t基本工资\t2.00\n30203\t津贴补贴\t1.00\n"
    body += "302\t商品和服务支出\t5.00\n30201\t办公费\t5.00"
    assert [] == says(body)
    assert 2 == len(says(body.replace("30203", "30102")))


def test_a_partial_listing_is_not_added_up() -> None:
    """Its title says so."""
    assert [] == says("\t合计\t9.00\n201\t甲\t4.00", "重点支出情况表")


def test_an_unknown_total_column_is_taken_only_when_most_rows_bear_it_out() -> None:
    """Four rows right, one wrong: the wrong one is among the claims."""
    rows = "\n".join(f"甲{n}\t3.00\t1.00\t2.00" for n in range(4)) + "\n乙\t4.00\t1.00\t2.00"
    (table,) = tables(document("某项情况表", "项目\t合计\t甲类\t乙类\n" + rows))
    assert ["ART305"] * 5 == [said.code for said in rollups(table)]
    (table,) = tables(
        document("某项情况表", "项目\t合计\t甲类\t乙类\n" + rows.replace("3.00", "8.00"))
    )
    assert [] == list(rollups(table))


def test_the_subtotals_of_a_matrix_make_its_total() -> None:
    """合计 of all 小计, each 小计 of the columns under its heading."""
    head = "科目编码\t科目名称\t合计\t工资福利支出\t\t商品和服务支出\t\n"
    head += "\t\t\t小计\t基本工资\t小计\t办公费\n"
    row = "\t9.00\t5.00\t5.00\t4.00\t4.00\n"
    names = ("\t合计", "201\t甲", "20103\t乙", "2010301\t丙")
    text = head + "".join(name + row for name in names)
    (table,) = tables(document("财政拨款支出决算明细表", "单位：万元", text))
    across = [said for said in rollups(table) if isinstance(said, Sum) and said.code == "ART305"]
    assert [2] * 4 + [1] * 8 == sorted((len(said.terms) for said in across), reverse=True)


def test_a_total_takes_a_heading_by_its_subtotal_and_a_lone_column_as_it_is() -> None:
    """总计 = 本年收入小计 + 上年结转, though 上年结转 is nil in most rows."""
    head = "项目\t总计\t本年收入\t\t\t上年结转\n\t\t小计\t拨款\t其他\t\n"
    rows = [f"甲{n}\t3.00\t3.00\t1.00\t2.00\t" for n in range(4)]
    body = "\n".join([*rows, "乙\t5.00\t3.00\t1.00\t2.00\t2.00"])
    (table,) = tables(document("某项情况表", head + body))
    found = [[t.figure.text for t in s.terms] for s in rollups(table) if isinstance(s, Sum)]
    assert ["3.00", "2.00"] in found
    assert all("5.00" != s.stated.text or len(s.terms) == 2 for s in rollups(table))


def test_of_three_rows_two_with_several_amounts_bear_a_total_column_out() -> None:
    """One amount alone says nothing: any column equals itself."""
    head = "年度\t合计\t甲类\t乙类\n"
    rows = "甲\t3.00\t1.00\t2.00\n乙\t5.00\t2.00\t3.00\n丙\t9.00\t1.00\t2.00"
    (full,) = tables(document("某项情况表", head + rows))
    assert ["ART305"] * 3 == [said.code for said in rollups(full)]
    rows = "甲\t3.00\t3.00\t\n乙\t5.00\t5.00\t\n丙\t9.00\t1.00\t2.00"
    (thin,) = tables(document("某项情况表", head + rows))
    assert [] == list(rollups(thin))


CUT = (
    "201\t一般公共服务支出\t9.00\n20103\t政府办公厅（室）及相关机构事务\t9.00\n"
    "2010301\t行政运行\t4.00\n2010302\t一般行政管理事务\t3.00"
)


def _kinds(*blocks: str) -> list[str]:
    (table,) = tables(document(*blocks))
    return [said.code for said in rollups(table) if isinstance(said, Sum)]


def test_a_table_in_which_the_file_ends_may_go_on() -> None:
    """Only sums that fall short and reach the last row are left open; a note behind it closes the table."""
    assert ["ART302"] == _kinds("某项支出情况表", HEAD + CUT)
    assert ["ART302", "ART303"] == _kinds("某项支出情况表", HEAD + CUT, "注：以上各数已经核对。")


def test_what_is_too_much_is_no_gap() -> None:
    """Parts that make more than the whole are at odds with it wherever the file ends."""
    assert ["ART302", "ART303"] == _kinds("某项支出情况表", HEAD + CUT.replace("3.00", "8.00"))
