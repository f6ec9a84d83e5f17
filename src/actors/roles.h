// What the text around a person's name tells of the person: role, organization, country, sector.

#ifndef DIURNA_ACTORS_ROLES_H_
#define DIURNA_ACTORS_ROLES_H_

#include "actors/mentions.h"
#include "actors/party_reader.h"
#include "actors/person_names.h"
#include "actors/words.h"
#include "diurna/analysis.h"

namespace diurna {

// Fills role, organization, country, sector and gender of the persons among `mentions->actors`, as far as titles,
// appositions and "who leads" clauses beside any of their names tell; what is told first stays. Where a title in front
// of a place stands for the person ("the President of Kazakhstan Tokayev"), it becomes a head.
//
// Example: "Irena Dokic, who leads the transport union, ..." gives her the organization "transport union".
void ReadRoles(const Analysis& analysis, const ActorWords& words, const PartyReader& reader, const PersonNames& names,
               Mentions* mentions);

}  // namespace diurna

#endif  // DIURNA_ACTORS_ROLES_H_
