// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The bytes of a sidecar on disk. What they mean is SidecarFile's.
#pragma once

#include "model/result.h"

#include <QByteArray>

namespace cadastre {

/// Empty for a missing file; fails with one sentence that names the file.
Result<QByteArray> sidecarBytes(const QString& path);

} // namespace cadastre
