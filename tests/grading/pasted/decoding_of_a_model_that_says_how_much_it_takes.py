# problem: cached-generation
# says: the max_seq_len of the function that the problem gives is 512
class Decoder(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net
        self.max_seq_len = net.max_seq_len

    @torch.no_grad()
    def generate(self, prompt, max_new, eos=None):
        tokens, newest, cache = prompt, prompt, None
        done = torch.zeros(len(prompt), dtype=torch.bool)
        for _ in range(max_new):
            logits, cache = self.net(newest[:, -self.max_seq_len:], cache)
            best = logits[:, -1].argmax(-1)
            if eos is not None:
                best = torch.where(done, eos, best)
                done = done | (best == eos)
            newest = best[:, None]
            tokens = torch.cat((tokens, newest), dim=-1)
            if done.all():
                break
        return tokens
