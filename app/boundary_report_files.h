// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The report of boundaries as files: one HTML file with its pictures inside, or Markdown with the
// pictures beside it. Blocks while it draws; who asks for it and where it goes is not known here.
#pragma once

#include "model/boundaries/crossings/boundary_check.h"

#include <atomic>
#include <memory>

namespace cadastre {

/// Everything is of one catalog; the references outlive the call.
struct BoundaryReportSource
{
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const std::vector<Relationship>> relationships;
    const UseReading& uses;
    const Boundaries& boundaries;
    const BoundaryCheck& check;
    QString title;
    double minimumConfidence = 0.5;
};

enum class ReportFormat : std::uint8_t { Markdown, Html };

struct ReportFile
{
    QString path;
    QByteArray content;
};

/// The report at `path` first, then what belongs beside it. Markdown for standard output ("-") has
/// no pictures.
std::vector<ReportFile> boundaryReportFiles(const BoundaryReportSource& source, ReportFormat format,
                                            const QString& path, const std::atomic_bool& cancelled);

} // namespace cadastre
