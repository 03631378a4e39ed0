"""What is told in other places of a document (别处所写): the figures a sentence leaves out."""
