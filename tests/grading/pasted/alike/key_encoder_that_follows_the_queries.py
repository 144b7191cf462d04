# problem: momentum-update
# says: MoCo._momentum_update_key_encoder is graded as momentum_update
class MoCo:
    def __init__(self, encoder_q, encoder_k, m=0.999):
        self.encoder_q, self.encoder_k, self.m = encoder_q, encoder_k, m

    @torch.no_grad()
    def _momentum_update_key_encoder(self):
        for pq, pk in zip(self.encoder_q.parameters(), self.encoder_k.parameters()):
            pk.data = pk.data * self.m + pq.data * (1.0 - self.m)
        for bq, bk in zip(self.encoder_q.buffers(), self.encoder_k.buffers()):
            bk.copy_(bq)
