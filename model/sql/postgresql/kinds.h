// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One function per kind of object: asks its set-based query and adds the rows to the reading. Each
// is in the file of its name. Those of the snapshot come first; read_definitions.cpp has the
// others.
#pragma once

#include "model/sql/kind_reader.h"
#include "model/sql/postgresql/reading.h"

namespace cadastre::postgresql {

using Outcome = std::optional<SqlError>;

/// What the database itself is; before all kinds.
Outcome readDatabase(Reading& reading);

Outcome readExtensions(Reading& reading, StepReport& report);
Outcome readRoles(Reading& reading, StepReport& report);
Outcome readSchemas(Reading& reading, StepReport& report);
Outcome readTypes(Reading& reading, StepReport& report);
Outcome readTables(Reading& reading, StepReport& report);
Outcome readColumns(Reading& reading, StepReport& report);
Outcome readForeignServers(Reading& reading, StepReport& report);
Outcome readConstraints(Reading& reading, StepReport& report);
Outcome readIndexes(Reading& reading, StepReport& report);
Outcome readRoutines(Reading& reading, StepReport& report);
Outcome readTriggers(Reading& reading, StepReport& report);
Outcome readSequences(Reading& reading, StepReport& report);
Outcome readRules(Reading& reading, StepReport& report);
Outcome readPolicies(Reading& reading, StepReport& report);
Outcome readEventTriggers(Reading& reading, StepReport& report);
Outcome readPublications(Reading& reading, StepReport& report);
Outcome readSubscriptions(Reading& reading, StepReport& report);
Outcome readCollations(Reading& reading, StepReport& report);
Outcome readOtherObjects(Reading& reading, StepReport& report);
Outcome readDependencies(Reading& reading, StepReport& report);
Outcome readGrants(Reading& reading, StepReport& report);
Outcome readComments(Reading& reading, StepReport& report);

Outcome readPartitionKeys(Reading& reading, StepReport& report);
Outcome readGeneratedColumns(Reading& reading, StepReport& report);
Outcome readConstraintDefinitions(Reading& reading, StepReport& report);
Outcome readIndexDefinitions(Reading& reading, StepReport& report);
Outcome readViewDefinitions(Reading& reading, StepReport& report);
Outcome readTriggerDefinitions(Reading& reading, StepReport& report);
Outcome readRuleDefinitions(Reading& reading, StepReport& report);
Outcome readPolicyExpressions(Reading& reading, StepReport& report);
Outcome readRoutineDefinitions(Reading& reading, StepReport& report);

} // namespace cadastre::postgresql
