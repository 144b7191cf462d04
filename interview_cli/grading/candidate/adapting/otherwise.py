"""All ways in which code takes its values otherwise than a problem gives them, in the order in which they are tried.

Each looks at what answers, puts in its place what takes the problem's values where it knows such code, and returns what is to be
said of that. A new one is a module with such a function, and its name here.
"""

from __future__ import annotations

from collections.abc import Callable

from interview_cli.grading.candidate.adapting.axes.layouts import take_tokens_first, take_turned_tokens_first
from interview_cli.grading.candidate.adapting.axes.scanning import take_channels_first
from interview_cli.grading.candidate.adapting.holding.conditions import take_conditions
from interview_cli.grading.candidate.adapting.holding.globals import take_globals
from interview_cli.grading.candidate.adapting.holding.ignoring import take_a_mask
from interview_cli.grading.candidate.adapting.holding.last_tokens import take_last_tokens
from interview_cli.grading.candidate.adapting.holding.modeling import take_results, take_results_of_several_calls
from interview_cli.grading.candidate.adapting.holding.outputs import take_networks
from interview_cli.grading.candidate.adapting.holding.owners import take_owner
from interview_cli.grading.candidate.adapting.holding.rewarding import take_rewards
from interview_cli.grading.candidate.adapting.modules.added_masks import take_added_mask
from interview_cli.grading.candidate.adapting.modules.fusing import take_halves, take_numbered
from interview_cli.grading.candidate.adapting.modules.wrapping import take_a_base
from interview_cli.grading.candidate.adapting.packing.both_answers import take_both_answers
from interview_cli.grading.candidate.adapting.packing.columns import take_columns
from interview_cli.grading.candidate.adapting.packing.corpora import take_entries
from interview_cli.grading.candidate.adapting.packing.grouping import take_rows_of_groups
from interview_cli.grading.candidate.adapting.packing.merging import take_parts_in_turn
from interview_cli.grading.candidate.adapting.packing.rows import take_both_axes, take_one_for_each, take_rows_whole
from interview_cli.grading.candidate.adapting.packing.tuples import take_tuples
from interview_cli.grading.candidate.adapting.packing.views import take_both_views
from interview_cli.grading.candidate.adapting.results.coefficients import take_samples
from interview_cli.grading.candidate.adapting.results.following import take_followed
from interview_cli.grading.candidate.adapting.results.intercepts import take_intercept
from interview_cli.grading.candidate.adapting.results.losses import take_losses
from interview_cli.grading.candidate.adapting.results.unneeded import take_policies, take_what_is_asked
from interview_cli.grading.candidate.adapting.settings.constants import take_constants
from interview_cli.grading.candidate.adapting.settings.fixing import take_fixed
from interview_cli.grading.candidate.adapting.settings.modes import take_mode, take_switch
from interview_cli.grading.candidate.adapting.settings.optional_dicts import take_optional_dict
from interview_cli.grading.candidate.adapting.settings.options import take_parts
from interview_cli.grading.candidate.adapting.settings.preset import take_settings
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.adapting.steps.feeding import take_blocks
from interview_cli.grading.candidate.adapting.steps.filling import take_sizes
from interview_cli.grading.candidate.adapting.steps.in_place import take_in_place
from interview_cli.grading.candidate.adapting.terms.bounds import take_bounds
from interview_cli.grading.candidate.adapting.terms.conditions_of_masks import take_truths
from interview_cli.grading.candidate.adapting.terms.errors import take_predictions
from interview_cli.grading.candidate.adapting.terms.evenly import take_equal_weights
from interview_cli.grading.candidate.adapting.terms.following_ends import take_following_ends
from interview_cli.grading.candidate.adapting.terms.going_on import take_ends
from interview_cli.grading.candidate.adapting.terms.intervals import take_edges
from interview_cli.grading.candidate.adapting.terms.levels import take_labels
from interview_cli.grading.candidate.adapting.terms.masks_of_lengths import take_mask_of_a_length
from interview_cli.grading.candidate.adapting.terms.one_hots import take_one_hots
from interview_cli.grading.candidate.adapting.terms.outcomes import take_outcomes
from interview_cli.grading.candidate.adapting.terms.powers import take_powers
from interview_cli.grading.candidate.adapting.terms.shaping import take_lengths
from interview_cli.grading.candidate.adapting.terms.shares import take_shares, take_shares_of_steps
from interview_cli.grading.candidate.adapting.terms.temperatures import take_temperature
from interview_cli.grading.candidate.adapting.terms.terms import take_terms
from interview_cli.grading.candidate.adapting.terms.totals import take_totals
from interview_cli.grading.candidate.adapting.terms.vocabulary import take_vocabulary

WAYS: tuple[Callable[[Sought], list[str]], ...] = (
    take_globals,
    take_lengths,
    take_mask_of_a_length,
    take_truths,
    take_one_hots,
    take_sizes,
    take_both_answers,
    take_rewards,
    take_both_views,
    take_mode,
    take_switch,
    take_owner,
    take_networks,
    take_optional_dict,
    take_losses,
    take_labels,
    take_followed,
    take_results_of_several_calls,
    take_following_ends,
    take_parts,
    take_results,
    take_last_tokens,
    take_tokens_first,
    take_channels_first,
    take_turned_tokens_first,
    take_entries,
    take_rows_of_groups,
    take_predictions,
    take_outcomes,
    take_a_base,
    take_shares,
    take_totals,
    take_shares_of_steps,
    take_bounds,
    take_temperature,
    take_powers,
    take_edges,
    take_vocabulary,
    take_equal_weights,
    take_constants,
    take_conditions,
    take_what_is_asked,
    take_policies,
    take_samples,
    take_intercept,
    take_rows_whole,
    take_blocks,
    take_in_place,
    take_tuples,
    take_settings,
    take_fixed,
    take_halves,
    take_numbered,
    take_terms,
    take_ends,
    take_columns,
    take_both_axes,
    take_one_for_each,
    take_parts_in_turn,
    take_a_mask,
    take_added_mask,
)
"""What is put in the place of a function has a signature of its own, which the ones behind see."""
