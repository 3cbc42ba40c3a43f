// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Splices members into one entry; see the header.
#include "model/workspace/section_update.h"

namespace cadastre {

QByteArray updatedEntry(const QByteArray& old, const RawEntries& known)
{
    RawEntries members = rawMembers(old);
    for (const auto& [name, value] : known) {
        if (value.isEmpty())
            members.erase(name);
        else
            members[name] = value;
    }
    return printMembers(members);
}

} // namespace cadastre
