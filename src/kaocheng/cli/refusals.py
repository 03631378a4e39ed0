"""A request that cannot be carried out (无法照办), with the sentence for the user."""


class Refused(Exception):
    """The command stops before anything is written; its text is the whole sentence shown."""
