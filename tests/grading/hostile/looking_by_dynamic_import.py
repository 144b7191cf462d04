# expect: error
# family: looking for answers
# attempts: to import the reference under a name made at run time
# stopped by: landlock
name = "reference_" + "impls.transformers.attention"
attention = getattr(__import__(name, fromlist=["attention"]), "attention")
