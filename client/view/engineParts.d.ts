/** Types of Phaser's source files, which are typed only as a whole. */
declare module "phaser/src/renderer/BlendModes.js" {
  const BlendModes: typeof Phaser.BlendModes;
  export default BlendModes;
}
declare module "phaser/src/cameras/2d/CameraManager.js";
declare module "phaser/src/events/EventEmitter.js";
declare module "phaser/src/core/events/index.js" {
  const Events: typeof Phaser.Core.Events;
  export default Events;
}
declare module "phaser/src/core/Game.js" {
  export default Phaser.Game;
}
declare module "phaser/src/gameobjects/DisplayList.js";
declare module "phaser/src/gameobjects/GameObjectFactory.js";
declare module "phaser/src/gameobjects/UpdateList.js";
declare module "phaser/src/gameobjects/bitmaptext/static/BitmapText.js" {
  export default Phaser.GameObjects.BitmapText;
}
declare module "phaser/src/gameobjects/bitmaptext/RetroFont.js" {
  const RetroFont: typeof Phaser.GameObjects.RetroFont;
  export default RetroFont;
}
declare module "phaser/src/gameobjects/image/Image.js" {
  export default Phaser.GameObjects.Image;
}
declare module "phaser/src/gameobjects/layer/Layer.js" {
  export default Phaser.GameObjects.Layer;
}
declare module "phaser/src/gameobjects/layer/LayerFactory.js";
declare module "phaser/src/gameobjects/mesh2d/Mesh2D.js" {
  export default Phaser.GameObjects.Mesh2D;
}
declare module "phaser/src/scale/const/SCALE_MODE_CONST.js" {
  const ScaleModes: typeof Phaser.Scale;
  export default ScaleModes;
}
declare module "phaser/src/scene/events/index.js" {
  const Events: typeof Phaser.Scenes.Events;
  export default Events;
}
declare module "phaser/src/scene/Scene.js" {
  export default Phaser.Scene;
}
declare module "phaser/src/scene/ScenePlugin.js";
declare module "phaser/src/renderer/webgl/WebGLRenderer.js" {
  export default Phaser.Renderer.WebGL.WebGLRenderer;
}
declare module "phaser/src/renderer/TintModes.js" {
  const TintModes: typeof Phaser.TintModes;
  export default TintModes;
}
declare module "phaser/src/const.js" {
  const CONST: { readonly WEBGL: number };
  export default CONST;
}
