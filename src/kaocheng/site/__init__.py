"""The site (网上大厅与工作台): Django rows, services and pages over the values and rules of the core."""
