"""How the notebooks ask the graph: ask() sends Cypher and gives a table of pandas."""

import os

import pandas as pd
from neo4j import GraphDatabase

ADDRESS = os.environ.get("CONNECTARIUM_BOLT", "bolt://127.0.0.1:7687")
PASSWORD = os.environ.get("CONNECTARIUM_PASSWORD", "")

_driver = GraphDatabase.driver(ADDRESS, auth=("neo4j", PASSWORD) if PASSWORD else None)


def ask(cypher: str, **parameters) -> pd.DataFrame:
    """All rows of the answer to a question."""
    records, _, keys = _driver.execute_query(cypher, parameters, database_="neo4j")
    return pd.DataFrame([record.values() for record in records], columns=keys)


def datasets() -> list[str]:
    """Connectomes in the graph."""
    return list(ask("MATCH (c:Connectome) RETURN c.name AS name ORDER BY name")["name"])


def one_of(*wanted: str) -> str:
    """The first of these data sets that is in the graph."""
    here = datasets()
    for name in wanted:
        if name in here:
            return name
    raise LookupError(f"none of {', '.join(wanted)} is in the graph, which has {here or 'no data set'}")
