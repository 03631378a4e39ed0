"""Lists in sentences (总分结构): a whole, its parts after 其中/包括, and the shares printed with them."""
