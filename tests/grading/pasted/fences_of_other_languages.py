# problem: gelu
# says: Markdown fences removed

Text above.

```python
def gelu(x):
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
```

How to run it:

```bash
cd code && python3 main.py
```
