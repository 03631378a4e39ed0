"""Charts (图表) as SVG made on the server, each with its figures as a table."""
