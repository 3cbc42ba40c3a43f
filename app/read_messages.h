// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person should know about a read or a layout, as messages for the message bar. Values in,
// values out.
#pragma once

#include "app/source_loader.h"
#include "diagram/layout.h"
#include "widgets/message_bar.h"

namespace cadastre {

/// Kinds that were not or only partly read, with reasons and objects in the detail; absent when
/// everything was read.
std::optional<Message> partlyReadMessage(const Catalog& catalog);
/// Sources whose schema changed while they were read.
std::optional<Message> changedMessage(const Catalog& catalog);
/// What the files of comments beside the sources have that could not be used.
std::optional<Message> sidecarMessage(const std::vector<LoadedSource>& sources);
/// Sources that could not be opened; must not be empty.
Message failedMessage(const std::vector<FailedSource>& failed);
/// Groups that were not laid out in time and became a grid.
std::optional<Message> layoutMessage(const DiagramGraph& graph, const DiagramLayout& layout);
/// "outside the chosen scope: 12; system schemas: 3" of all sources; empty for nothing.
QString omissionsText(const Catalog& catalog);

} // namespace cadastre
