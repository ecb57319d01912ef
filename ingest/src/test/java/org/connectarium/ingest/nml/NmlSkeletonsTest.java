package org.connectarium.ingest.nml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NmlSkeletonsTest {
  private static final String HEAD =
      "<things><parameters><scale x='10' y='20' z='30'/></parameters>";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.nml"), text);
  }

  @Test
  void treesWithParentsBeforeChildren() throws IOException {
    List<NmlTree> trees =
        NmlSkeletons.read(
            file(
                HEAD
                    + """
                      <thing id='1' name='12 &amp; more'>
                        <nodes>
                          <node id='5' radius='1' x='1' y='2' z='3'/>
                          <node id='6' x='7' y='0' z='0'/>
                          <node id='9' x='4' y='5' z='0.5'/>
                          <node id='7' x='0' y='0' z='1'/>
                        </nodes>
                        <edges>
                          <edge source='9' target='6'/> <edge source='5' target='9'/>
                          <edge source='6' target='5'/>
                        </edges>
                      </thing>
                      <thing id='2'><nodes/></thing>
                      <thing id='3'><nodes><node id='10' x='1' y='1' z='1'/></nodes></thing>
                      <branchpoints/><comments/></things>
                    """));
    assertThat(trees).extracting(NmlTree::name).containsExactly("12 & more", "");
    NmlTree tree = trees.getFirst();
    // 5, then its neighbours 9 and 6; the edge of 9 and 6 closes a ring; 7 is a piece of its own
    assertThat(tree.parent()).containsExactly(-1, 0, 0, -1);
    assertThat(tree.xNm()).containsExactly(10, 40, 70, 0);
    assertThat(tree.yNm()).containsExactly(40, 100, 0, 0);
    assertThat(tree.zNm()).containsExactly(90, 15, 0, 30);
  }

  @Test
  void badFilesAreRefusedInOneLine() throws IOException {
    refused("<svg/>", ":1: an NML begins with <things>");
    refused("x", ":1: it is no NML");
    refused(HEAD + "<thing>", "it is no NML, or damaged");
    refused("<things><thing><node id='1' x='1' y='1' z='1'/>", "<scale> is missing");
    refused("<things><scale x='1' y='0' z='1'/>", "an edge of a voxel in <scale> is 0.0 nm");
    refused("<things><scale x='1' y='1' z='1' unit='inch'/>", "the unit of <scale> is inch");
    refused(HEAD + "\n<thing><node id='1' x='a' y='1' z='1'/>", ":2: x is \"a\", no number");
    refused(HEAD + "<thing><node id='1' x='1' y='1'/>", "<node> has no z");
    refused(HEAD + "<thing><edge source='1' target='2'/>", "node 1, which its tree lacks");
    refused(HEAD + "<node id='1' x='1' y='1' z='1'/>", "outside of all <thing>");
    String node = "<node id='1' x='1' y='1' z='1'/>";
    refused(HEAD + "<thing>" + node + node, "node 1 comes twice");
    assertThatThrownBy(() -> NmlSkeletons.read(folder.resolve("none.nml")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Cannot read");
  }

  private void refused(String text, String why) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> NmlSkeletons.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(why)
        .message()
        .satisfies(m -> assertThat(m.lines()).hasSize(1));
  }

  @Test
  void nothingOutsideTheFileIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Path file =
        file(
            "<!DOCTYPE things [<!ENTITY x SYSTEM '"
                + secret.toUri()
                + "'>]>"
                + HEAD
                + "<thing name='&x;'><node id='1' x='1' y='1' z='1'/></thing></things>");
    assertThatThrownBy(() -> NmlSkeletons.read(file)).isInstanceOf(BadInputException.class);
  }
}
