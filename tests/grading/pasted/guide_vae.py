# problem: vae
class VAE(nn.Module):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder

    def forward(self, x):
        mu, log_sigma = self.encoder(x).chunk(2, dim=-1)
        z = mu + log_sigma.exp() * torch.randn_like(mu)
        x_rec = self.decoder(z)
        rec = ((x - x_rec) ** 2).flatten(1).sum(1)
        kl = 0.5 * (mu ** 2 + (2 * log_sigma).exp() - 1 - 2 * log_sigma).sum(1)
        return (rec + kl).mean(), x_rec
