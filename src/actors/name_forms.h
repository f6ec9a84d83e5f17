// The forms of one name: its parts, its initials.

#ifndef DIURNA_ACTORS_NAME_FORMS_H_
#define DIURNA_ACTORS_NAME_FORMS_H_

#include <string>
#include <string_view>
#include <vector>

#include "actors/words.h"

namespace diurna {

// The words of a name in lower case, by which names are compared: of "Kassym-Jomart Tokayev" two. What is not told
// apart is left out: an ending such as "Jr.", an article that is one word with the name ("al-Burhan" is "burhan").
std::vector<std::string> NameParts(std::string_view name, const ActorWords& words);

// "j", "j.": one letter in place of a name.
bool IsInitial(std::string_view part);

// Whether `letters`, in capitals with or without dots, are the first letters of a name's words, all or those in
// capitals: "WHO" of "World Health Organization", "UAE" of "United Arab Emirates".
bool AreInitials(std::string_view letters, std::string_view name);

// `name` in lower case without a leading "the", the key under which names of bodies are held together.
std::string BodyKey(std::string_view name);

// Whether `less` is `more` without what ends a company's name, both in lower case: "salling", "salling group".
bool IsShortForm(std::string_view less, std::string_view more, const ActorWords& words);

}  // namespace diurna

#endif  // DIURNA_ACTORS_NAME_FORMS_H_
