import torch


def generate(model, prompt, max_new, eos=None):
    """unfinished_sequences and pad with eos, as a well-known library's greedy search."""
    input_ids = prompt
    batch_size = input_ids.shape[0]
    unfinished_sequences = torch.ones(batch_size, dtype=torch.long)
    past = None
    model_inputs = input_ids
    this_peer_finished = False
    cur = 0
    while not this_peer_finished:
        logits, past = model(model_inputs, past)
        next_tokens = torch.argmax(logits[:, -1, :], dim=-1)
        if eos is not None:
            next_tokens = next_tokens * unfinished_sequences + eos * (1 - unfinished_sequences)
        input_ids = torch.cat([input_ids, next_tokens[:, None]], dim=-1)
        model_inputs = next_tokens[:, None]
        cur += 1
        if eos is not None:
            unfinished_sequences = unfinished_sequences.mul(next_tokens.ne(eos).long())
            if unfinished_sequences.max() == 0:
                this_peer_finished = True
        if cur >= max_new:
            this_peer_finished = True
    return input_ids
