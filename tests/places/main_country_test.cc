#include "places/main_country.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace diurna {
namespace {

// A report whose places are given by the words that name them, each with its country, in the order of the text.
class MainCountryTest : public testing::Test {
 protected:
  void Name(std::string_view words, std::string_view country) {
    const size_t at = document_.text.find(words, from_);
    ASSERT_NE(at, std::string::npos) << words;
    from_ = at + words.size();
    PlaceMention& mention = places_.emplace_back();
    mention.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(from_)};
    mention.place.country = country;
  }

  Document document_;
  std::vector<PlaceMention> places_;
  size_t from_ = 0;
};

TEST_F(MainCountryTest, IsTheOneNamedMost) {
  document_.text = "Trucks crossed from Chile to Bolivia. La Paz welcomed them.";
  Name("Chile", "CL");
  Name("Bolivia", "BO");
  Name("La Paz", "BO");
  EXPECT_EQ(MainCountry(document_, places_), "BO");
}

TEST_F(MainCountryTest, ADatelineOutweighsTheBody) {
  document_.text = "NAIROBI, May 3 - Uganda shut its border. Uganda gave no reason.";
  document_.dateline_span = {0, 17};
  Name("NAIROBI", "KE");
  Name("Uganda", "UG");
  Name("Uganda", "UG");
  EXPECT_EQ(MainCountry(document_, places_), "KE");
}

TEST_F(MainCountryTest, AHeadlineOutweighsTheBody) {
  document_.text = "Peru counts votes\n\nEcuador and Quito look on.";
  document_.body_begin = 19;
  Name("Peru", "PE");
  Name("Ecuador", "EC");
  Name("Quito", "EC");
  EXPECT_EQ(MainCountry(document_, places_), "PE");
}

TEST_F(MainCountryTest, OfEqualsTheOneNamedFirst) {
  document_.text = "Trucks crossed from Chile to Bolivia.";
  Name("Chile", "CL");
  Name("Bolivia", "BO");
  EXPECT_EQ(MainCountry(document_, places_), "CL");
}

TEST_F(MainCountryTest, IsEmptyWhereNoPlaceHasACountry) {
  document_.text = "The Baltic Sea froze.";
  EXPECT_EQ(MainCountry(document_, places_), "");
  Name("Baltic Sea", "");
  EXPECT_EQ(MainCountry(document_, places_), "");
}

}  // namespace
}  // namespace diurna
