// Which neurons receive most synapses from one neuron? The neuron with most synapses of the made-up connectome, asked from Java.
//
//   ./connectarium serve my-data --no-auth
//   ./connectarium jshell notebooks/strongest-partners.jsh
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

String address = System.getProperty("connectarium.bolt", "bolt://127.0.0.1:7687");
String question = """
    MATCH (n:Neuron {dataset: $dataset})-[s:SYNAPSES_ONTO]->()
    WITH n, sum(s.count) AS synapses ORDER BY synapses DESC, n.id LIMIT 1
    MATCH (n)-[s:SYNAPSES_ONTO]->(m:Neuron)
    RETURN n.id AS id, synapses, m.id AS partner, m.class AS class, s.count AS count
    ORDER BY count DESC, partner LIMIT 5
    """;

try (Driver driver = GraphDatabase.driver(address, AuthTokens.none())) {
  List<Record> rows = driver.executableQuery(question).withParameters(Map.of("dataset", "planted")).execute().records();
  for (Record row : rows) {
    System.out.printf("%6d synapses onto neuron %s (%s)%n", row.get("count").asLong(), row.get("partner"), row.get("class").asString());
  }
  Record first = rows.getFirst();
  System.out.printf(
      "Result: neuron %s makes %d synapses, %d of them onto neuron %s.%n",
      first.get("id"), first.get("synapses").asLong(), first.get("count").asLong(), first.get("partner"));
}
/exit
