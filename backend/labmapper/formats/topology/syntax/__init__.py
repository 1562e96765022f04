"""JSON, XML and YAML of strangers, read without harm: bounded before anything is kept, and nothing in them is carried out."""
