// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Exports a picture: renders off the UI thread, writes it whole or not at all. What is exported and
// where it goes is asked by share_desk.h.
#pragma once

#include "app/newest_job.h"
#include "diagram/render.h"
#include "widgets/message_bar.h"

namespace cadastre {

/// The formats by file ending.
enum class PictureFormat : std::uint8_t { Svg, Png, Pdf, Dot };

struct PictureExport
{
    std::shared_ptr<const DiagramGraph> graph;
    DiagramLayout layout;
    RenderOptions options;
};

/// The format that a file's ending asks for; absent for an unknown one.
std::optional<PictureFormat> pictureFormat(const QString& path);
/// Renders and writes; fails with one sentence that names the file.
Result<Nothing> exportPicture(const PictureExport& picture, const QString& path);

class ExportFlow : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void exportTo(const PictureExport& picture, const QString& path);

Q_SIGNALS:
    void started();
    void ended();
    void message(const cadastre::Message& message);

private:
    NewestJob<Result<Nothing>> m_job;
};

} // namespace cadastre
