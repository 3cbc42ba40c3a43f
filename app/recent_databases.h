// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Addresses as people read them: the lines of the recent list, and where the sample is. Looks at no
// file and asks no server.
#pragma once

#include "widgets/recent_entry.h"

#include <QStringList>

#include <vector>

namespace cadastre {

RecentEntry recentEntry(const QString& address);
std::vector<RecentEntry> recentEntries(const QStringList& addresses);

/// The sample database beside the program; empty where it is not installed.
QString samplePath();

} // namespace cadastre
