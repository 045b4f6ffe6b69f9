"""The reasons of the dataset. They are made with the rules that give them, which takes some milliseconds."""

from wirecodes import Explainer, Reason

REASONS: tuple[Reason, ...] = Explainer().reasons
"""The reasons for which mail is refused, in the order of the dataset."""
