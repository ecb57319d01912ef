package org.connectarium.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.connectarium.app.pipeline.ContactTable.Position;
import org.connectarium.app.pipeline.ContactTable.Row;
import org.connectarium.app.pipeline.ContactTable.Side;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.classification.SynapseTruth.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactTableTest {
  private static final VoxelSize NM = new VoxelSize(10, 10, 40);

  @TempDir Path folder;

  private ContactTable read(String text) throws IOException {
    return ContactTable.read(Files.writeString(folder.resolve("c.csv"), text), NM);
  }

  @Test
  void aLineNamesAContactByAPointOrItsSides() throws IOException {
    ContactTable table =
        read(
            """
            comment,x_nm,y_nm,z_nm,segment_a,segment_b,b_x_voxel,b_y_voxel,b_z_voxel,same,synapse
            first,100, 25,80,,,,,,yes,
            ,,,,7,9,,,,no,backward

            ,100,20,40,7,,1,2,3,,forward
            ,0,0,0,,,,,,no,none
            """);
    Optional<Position> point = Optional.of(new Position(10, 2.5, 2));
    Optional<Side> none = Optional.empty();
    assertThat(table.rows())
        .containsExactly(
            new Row(2, point, none, none, Optional.of(true), Optional.empty()),
            new Row(
                3,
                Optional.empty(),
                Optional.of(new Side.Segment(7)),
                Optional.of(new Side.Segment(9)),
                Optional.of(false),
                Optional.of(Answer.REVERSE)),
            new Row(
                5,
                Optional.of(new Position(10, 2, 1)),
                Optional.of(new Side.Segment(7)),
                Optional.of(new Side.Inside(new Position(1, 2, 3))),
                Optional.empty(),
                Optional.of(Answer.FORWARD)),
            new Row(
                6,
                Optional.of(new Position(0, 0, 0)),
                none,
                none,
                Optional.of(false),
                Optional.of(Answer.NONE)));
  }

  @Test
  void linesThatSayTooLittleOrTooMuchAreRefusedWithTheirNumber() throws IOException {
    refused("", "line 1: no columns say which contact is meant");
    refused("x_nm,y_nm,same\n1,2,yes\n", "line 1: no columns say which contact is meant");
    refused("segment_a,segment_b,sane\n1,2,yes\n", "line 1: a column \"same\" or \"synapse\"");
    refused("segment_a,segment_b,same\n", "has no contacts");
    refused("segment_a,segment_b,same\n1,2\n", "line 2: 2 values for 3 columns");
    refused("segment_a,segment_b,same\n1,2,yes\n1,b,no\n", "line 3: \"b\" is no id");
    refused("segment_a,segment_b,same\n1,,yes\n", "line 2: side b is missing");
    refused("segment_a,segment_b,same\n1,2,\n", "line 2: no label");
    refused("segment_a,segment_b,same\n,,yes\n", "line 2: nothing says which contact");
    refused("segment_a,segment_b,same\n1,2,true\n", "line 2: same is \"true\"; write yes, no");
    refused("x_nm,y_nm,z_nm,same\n1,,3,yes\n", "line 2: of x, y, z in nm only 2 are given");
    refused("x_nm,y_nm,z_nm,same\n1,q,3,yes\n", "line 2: y_nm is \"q\", no number");
    refused("x_nm,y_nm,z_nm,same\n1,NaN,3,yes\n", "line 2: y_nm is NaN");
    refused("x_nm,y_nm,z_nm,synapse\n1,2,3,forward\n", "line 2: a synapse has a direction");
    refused("segment_a,segment_b,synapse\n1,2,yes\n", "line 2: synapse is \"yes\"");
    refused(
        "segment_a,segment_b,same,synapse\n1,2,yes,forward\n",
        "line 2: both sides are the same cell, but it is a synapse");
    assertThatThrownBy(() -> ContactTable.read(folder.resolve("none.csv"), NM))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Cannot read");
  }

  private void refused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(folder.resolve("c.csv").toString())
        .hasMessageContaining(why)
        .message()
        .satisfies(m -> assertThat(m.lines()).hasSize(1));
  }
}
