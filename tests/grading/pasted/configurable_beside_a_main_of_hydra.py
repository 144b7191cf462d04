# problem: gelu
@hydra.main(config_path=None)
def main(cfg):
    print(gelu(torch.randn(3)))
@gin.configurable
def gelu(x):
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
if __name__ == "__main__":
    main()
