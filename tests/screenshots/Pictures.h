#pragma once

#include "Camera.h"
#include "Scene.h"
#include "Visit.h"

namespace reviewdesk {

class DepartmentPage;

/// The pictures of the README and of the user guide: the program as people have it, on a caseload of 245 invented people.
class Pictures {
public:
    /// `start`: on the scene's workspace. All outlive this.
    Pictures(Camera &camera, const Scene &scene, const Start &start, const Clock &clock)
        : m_camera(camera), m_scene(scene), m_start(start), m_clock(clock)
    {
    }

    void take();

private:
    void entrance();
    void nurse();
    void tour(Visit &visit);
    void record(Visit &visit);
    void twoPeople(Visit &visit);
    void physician();
    void sheets(Visit &visit);
    void supervisor();
    void letters(Visit &visit);
    void departmentAndIncoming();
    void department(Visit &visit);
    void policy(DepartmentPage &department, Visit &visit);
    void incoming(Visit &visit);

    Camera &m_camera;
    const Scene &m_scene;
    const Start &m_start;
    const Clock &m_clock;
};

} // namespace reviewdesk
