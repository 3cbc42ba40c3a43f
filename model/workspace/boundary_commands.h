// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands on the boundaries document: any edit of it as one step that can be undone. The document
// must outlive its commands.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/workspace/command.h"

namespace cadastre {

/// Makes the document what `after` is. Only entries that differ are touched, of boundaries only the
/// fields and members that differ, forward and backward, so that what a refresh did to others
/// meanwhile stays. Where `isAlive` is given and the change is about objects alone, it fails on the
/// stack, with a sentence, when none of them is alive.
Command changeBoundaries(Boundaries& document, const Boundaries& after, const QString& name,
                         IsAlive isAlive = {});

/// "Move customers to billing", "Move 12 tables to billing", "Add the boundary billing", ...: what
/// a change is called in the Undo menu, found by comparing; for changes of several kinds `Change
/// boundaries`.
QString boundaryChangeName(const Boundaries& before, const Boundaries& after);

} // namespace cadastre
