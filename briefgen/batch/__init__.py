"""Many articles: found, made into briefs by several processes or a cluster, recorded, and listed on one page.

inputs.py      what the user named -> articles
naming.py      articles -> a folder for each
states.py      which briefs are up to date
task.py        one article -> its brief; the one function that local workers and a cluster both run
workers.py     tasks -> results, by processes of this machine
cluster.py     tasks -> results, by a Dask cluster
manifest.py    results -> manifest.jsonl, durably
overview/      manifest.jsonl -> index.html and index.csv
run.py         the numbered steps
"""
