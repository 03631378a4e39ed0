"""Tables nobody described (一般表格), judged by what every account table shows of itself: levels and totals."""
