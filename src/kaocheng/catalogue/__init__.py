"""Catalogue (政务服务事项目录): items, their versions, materials, steps, limits and lists."""
