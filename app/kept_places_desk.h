// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// KeptPlacesDesk: the diagram of a database stands the next day as it was left, whether a workspace
// holds its places or not. What is kept and how is in kept_places_file.h.
#pragma once

#include "app/desk.h"
#include "app/kept_places_file.h"
#include "app/newest_job.h"

class QTimer;

namespace cadastre {

class KeptPlacesDesk : public Desk
{
    Q_OBJECT
public:
    KeptPlacesDesk(const DeskParts& parts, QObject* parent);

    void takeFacts(FactsChange change) override;
    void takePicture(const DiagramPicture& picture) override;
    void leave() override;

private:
    [[nodiscard]] KeptPlaces current() const;
    void keep();
    void keepNow();

    DeskParts m_parts;
    QTimer* m_keepTimer;
    NewestJob<Result<Nothing>> m_job;
    QString m_path;                           ///< of what is open
    bool m_shown = false;                     ///< a picture of it was there
    std::shared_ptr<const Catalog> m_catalog; ///< of that picture
};

} // namespace cadastre
