// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Asking for what only functions that look at the present can tell (texts of views, checks,
// expressions): outside the snapshot, one short transaction per kind, and narrowed by halving when
// an object is locked, broken or gone, so that one object never hides the others.
#pragma once

#include "model/sql/kind_reader.h"
#include "model/sql/postgresql/reading.h"

#include <limits>

namespace cadastre::postgresql {

struct DefinitionQuery
{
    const char* text = nullptr; ///< takes the oids as its only parameter; column 0 is the oid
    const std::vector<Oid>& oids;
    /// Takes a row of an answer. False: the server knows nothing of it any more.
    std::function<bool(const Row&)> take;
    /// What an oid stands for in reports.
    std::function<std::optional<ObjectRef>(Oid)> objectOf;
    /// How many are asked for in one transaction: functions that lock the tables of a view keep the
    /// locks until its end, and the server's lock table is everybody's.
    std::size_t setSize = std::numeric_limits<std::size_t>::max();
    /// Additionally told about an object that could not be read; may be empty.
    std::function<void(Oid, const SqlError&)> onGuilty = {};
};

/// Asks, and marks what could not be read as such, in the object, its table and the report. Never
/// waits for a lock while it holds others for longer than a fraction of a deadlock timeout, and for
/// all locks of a read together about lockTimeoutMs.
std::optional<SqlError> readDefinitions(Reading& reading, StepReport& report,
                                        const DefinitionQuery& query);

} // namespace cadastre::postgresql
