"""What goes over the border (接口数据): the data sets of GB/T 39046, described by the tables in `mapping`."""
