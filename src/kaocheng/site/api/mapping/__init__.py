"""Our words and those of the border (对照表): fields and codes of GB/T 39046, one TOML file a table."""

from kaocheng.site.api.mapping.codes import CodeMap, code_map, code_maps
from kaocheng.site.api.mapping.fields import FieldMap, field_map, field_maps

__all__ = ["CodeMap", "FieldMap", "code_map", "code_maps", "field_map", "field_maps"]
