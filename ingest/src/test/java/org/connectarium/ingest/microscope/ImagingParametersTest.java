package org.connectarium.ingest.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;

class ImagingParametersTest {
  private final ImagingParameters defaults = ImagingParameters.of(Look.FIBSEM);

  @Test
  void everyDefaultLiesInItsRangeAndHasItsOwnName() {
    assertThat(ImagingParameters.of(Look.SERIAL_SECTION)).isNotEqualTo(defaults);
    assertThat(ImagingParameters.keys()).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    assertThat(defaults.toJson().keySet()).containsExactlyElementsOf(ImagingParameters.keys());
  }

  @Test
  void saysParameterRangeAndValue() {
    assertThatThrownBy(() -> defaults.with(Setting.BLUR_NM, 500))
        .isInstanceOf(BadInputException.class)
        .hasMessage("blurNm must be between 0 and 200 but is 500");
    assertThatThrownBy(() -> defaults.with(Setting.MISSING_RATE, Double.NaN))
        .hasMessage("missingRate must be between 0 and 1 but is NaN");
    assertThatThrownBy(() -> defaults.with("blurNm", List.of("dark")))
        .hasMessage("blurNm must be a number but is \"dark\"");
  }

  @Test
  void suggestsTheNameThatWasMeant() {
    assertThatThrownBy(() -> defaults.with("blurNM2", List.of("3")))
        .hasMessage("unknown parameter \"blurNM2\"; did you mean \"blurNm\"?");
  }

  @Test
  void takesSectionsAsLists() {
    ImagingParameters p = defaults.with("missingSections", List.of("3", "17"));
    assertThat(p.missingSections()).containsExactly(3L, 17L);
    assertThat(p.foldedSections()).isEmpty();
  }
}
