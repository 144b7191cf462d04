# problem: beam-search
# says: logits whose log-softmax at the last one is log_probs
import torch.nn.functional as F
@torch.no_grad()
def beam_search(model, input_ids, num_beams, max_length, eos_token_id):
    beams = [(torch.tensor([[input_ids]]), 0.0)]
    for _ in range(max_length - 1):
        candidates = []
        for ids, score in beams:
            if ids[0, -1].item() == eos_token_id:
                candidates.append((ids, score))
                continue
            outputs = model(input_ids=ids)
            logp = F.log_softmax(outputs.logits[:, -1, :], dim=-1).squeeze(0)
            k = min(num_beams, logp.numel())
            top, idx = torch.topk(logp, k)
            for lp, tok in zip(top, idx):
                candidates.append((torch.cat([ids, tok.view(1, 1)], dim=1), score + lp.item()))
        beams = sorted(candidates, key=lambda c: c[1], reverse=True)[:num_beams]
        if all(ids[0, -1].item() == eos_token_id for ids, _ in beams):
            break
    return beams[0][0][0].tolist()
